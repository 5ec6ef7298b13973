y_0_5 = Y.item(0, 5)
x_all_6 = np.take(X, 6, axis=1).copy()
y_1_all = np.take(Y, 1, axis=0).copy()
assert x_all_6.shape == (X.shape[0],)
assert y_1_all.shape == (X.shape[1],)
y_3_raises = IndexError
