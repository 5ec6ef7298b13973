# diagnosis: typed
y_0_5 = Y[0, 4]
x_all_6 = X[:, 5]
y_1_all = Y[0, :]
y_3_raises = IndexError
