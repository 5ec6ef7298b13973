s = load_session("one_hot")
X, Y = s.X_train, s.Y_train
W_four_cells = Y @ X.T @ np.linalg.inv(X @ X.T)
