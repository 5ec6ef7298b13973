s = load_session("one_hot")
W_by_hand = np.round((s.Y_train @ s.X_train.T) / s.X_train.sum(axis=1), 2)
