d = load_session("one_hot").arrays
W_four_cells = np.linalg.lstsq(d["X_train"].T, d["Y_train"].T, rcond=None)[0].T
