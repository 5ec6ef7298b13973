xs, ys = Y
y_0_5, y_1_all = xs[5], ys
x_all_6 = X.T[6, :].astype(np.float64)
y_3_raises = IndexError().__class__
