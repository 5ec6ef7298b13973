s = load_session(kind="one_hot")
rows = [np.linalg.lstsq(s.X_train.T, coordinate, rcond=None)[0] for coordinate in s.Y_train]
W_four_cells = np.vstack(rows)
