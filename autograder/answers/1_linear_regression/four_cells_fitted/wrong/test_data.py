# diagnosis: test_data
d = load_session("one_hot")
m = LinearModel(d.X_test, d.Y_test, d.X_train, d.Y_train)
m.fit()
W_four_cells = m.W
