# diagnosis: rounded
y_0_5 = round(float(Y[0, 5]), 2)
x_all_6 = np.round(X[:, 6], 2)
y_1_all = np.round(Y[1], 2)
y_3_raises = IndexError
