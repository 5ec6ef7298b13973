# diagnosis: other_coordinate
Y_up = np.flipud(Y)  # y on top, like in a plot
y_0_5 = Y_up[0, 5]
x_all_6 = X[:, 6]
y_1_all = Y_up[1, :]
y_3_raises = IndexError
