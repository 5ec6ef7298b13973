# diagnosis: wrong_shape
y_0_5 = Y[0, 5]
x_all_6 = X[:, 6:7]
y_1_all = Y[1:2, :]
y_3_raises = IndexError
