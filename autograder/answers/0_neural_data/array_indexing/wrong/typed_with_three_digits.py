# diagnosis: rounded
y_0_5 = float(np.round(Y[0, 5], 3))
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
y_3_raises = IndexError
