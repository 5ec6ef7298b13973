# diagnosis: medians
s = load_session("one_hot")
W_four_cells = np.stack([np.median(s.Y_train[:, s.X_train[i] > 0.5], axis=1) for i in range(4)], axis=1)
