# diagnosis: not_fitted
_s = load_session("one_hot")
_X1 = np.vstack([np.ones((1, _s.X_train.shape[1])), _s.X_train])
W_four_cells = (_s.Y_train @ np.linalg.pinv(_X1))[:, 1:]
