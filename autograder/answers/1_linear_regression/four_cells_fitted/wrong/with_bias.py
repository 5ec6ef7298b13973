# diagnosis: bias_taken_off
d = load_session("one_hot")
X1 = np.vstack([np.ones((1, d.X_train.shape[1])), d.X_train])
W_four_cells = np.linalg.lstsq(X1.T, d.Y_train.T, rcond=None)[0].T[:, 1:]
