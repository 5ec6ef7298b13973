# diagnosis: test_data
s = load_session("one_hot")
m = LinearModel(s.X_test, s.Y_test, s.X_train, s.Y_train, use_bias=False)
m.fit()
W_four_cells = m.W.copy()
print(W_four_cells)
