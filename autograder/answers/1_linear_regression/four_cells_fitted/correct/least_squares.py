s = load_session("one_hot")
W_four_cells = np.linalg.lstsq(s.X_train.T, s.Y_train.T, rcond=None)[0].T
