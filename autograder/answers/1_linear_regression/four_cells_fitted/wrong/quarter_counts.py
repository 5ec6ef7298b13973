# diagnosis: equal_times
d = load_session("one_hot")
W_four_cells = d.Y_train @ d.X_train.T / (d.n_train / 4)
