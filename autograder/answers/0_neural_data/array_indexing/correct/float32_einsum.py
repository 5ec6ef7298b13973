y_0_5 = np.float32(Y[0, 5])
x_all_6 = X.astype("float32")[:, 6]
y_1_all = (np.array([0.0, 1.0]) @ Y)
y_3_raises = IndexError
