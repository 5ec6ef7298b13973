# diagnosis: indices_exchanged
y_0_5 = Y.T[0, 1]
x_all_6 = X[:, 6]
y_1_all = Y[1, :]
y_3_raises = IndexError
