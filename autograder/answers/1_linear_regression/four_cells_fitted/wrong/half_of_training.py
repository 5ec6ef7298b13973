# diagnosis: first_half
d = load_session("one_hot")
n = d.n_train // 2
m = LinearModel(d.X_train[:, :n], d.Y_train[:, :n], d.X_test, d.Y_test)
m.fit()
W_four_cells = m.W
