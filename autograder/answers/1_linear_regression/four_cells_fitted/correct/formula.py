oh = load_session("one_hot")
W_four_cells = (oh.Y_train @ oh.X_train.T) @ np.linalg.inv(oh.X_train @ oh.X_train.T)
