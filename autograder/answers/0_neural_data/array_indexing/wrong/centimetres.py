# diagnosis: in_centimetres
y_0_5 = 100 * Y[0, 5]
x_all_6 = X[:, 6]
y_1_all = 100 * Y[1, :]
y_3_raises = IndexError
