# diagnosis: wrong_shape
m = LinearModelWithBias(**load_session("one_hot").arrays, use_bias=True)
m.X_train, m.Y_train = m.X_train, m.Y_train
X1 = m.add_bias_row(m.X_train)
m.W = m.Y_train @ np.linalg.pinv(X1)
W_four_cells = m.W
