# diagnosis: inverse_missing_mean
s = load_session("one_hot")
W_four_cells = s.Y_train @ s.X_train.T / s.n_train
