# diagnosis: bias_taken_off
s = load_session("one_hot")
X = np.vstack([np.ones((1, s.X_train.shape[1])), s.X_train])
W_four_cells = np.linalg.lstsq(X.T, s.Y_train.T, rcond=None)[0].T[:, 1:]
