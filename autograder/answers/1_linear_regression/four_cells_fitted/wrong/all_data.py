# diagnosis: all_data
d = load_session("one_hot")
m = LinearModel(d.X, d.Y, d.X_test, d.Y_test)
m.fit()
W_four_cells = m.W
