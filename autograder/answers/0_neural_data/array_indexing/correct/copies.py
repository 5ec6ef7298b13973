y_0_5 = Y[0, 5].copy()
x_all_6 = X[..., 6].copy()
y_1_all = Y[-1].copy()
y_3_raises = IndexError
