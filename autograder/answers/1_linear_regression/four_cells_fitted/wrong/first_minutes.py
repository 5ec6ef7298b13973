# diagnosis: nearly_fitted
_s = load_session("one_hot")
W_four_cells = _s.Y_train[:, :1000] @ np.linalg.pinv(_s.X_train[:, :1000])
