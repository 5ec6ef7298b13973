d = load_session("one_hot")
m4 = LinearModel(d.X_train, d.Y_train, d.X_test, d.Y_test)
m4.fit()
W_four_cells = np.asarray(m4.W, dtype=np.float32)
