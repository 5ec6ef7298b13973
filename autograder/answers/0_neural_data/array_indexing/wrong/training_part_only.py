# diagnosis: wrong_shape
y_0_5 = session.Y_train[0, 5]
x_all_6 = session.X_train[:, 6]
y_1_all = session.Y_train[1, :]
y_3_raises = IndexError
