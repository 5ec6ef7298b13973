again = load_session()
y_0_5 = again.Y[0, 5]
x_all_6 = again.X[:, 6]
y_1_all = again.Y[1]
y_3_raises = IndexError
