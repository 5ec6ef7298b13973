# diagnosis: time_for_index
y_0_5 = Y[0, np.argmin(np.abs(t - 5))]
x_all_6 = X[:, np.argmin(np.abs(t - 6))]
y_1_all = Y[1, :]
y_3_raises = IndexError
