y_0_5 = Y[(0, 5)]
x_all_6 = X[slice(None), 6].astype(np.float32)
y_1_all = Y[1, 0 : Y.shape[1]]
y_3_raises = type(IndexError())
