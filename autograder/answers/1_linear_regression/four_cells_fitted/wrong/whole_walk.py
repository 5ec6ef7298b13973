# diagnosis: all_data
s = load_session("one_hot")
m = LinearModel(s.X, s.Y, s.X_test, s.Y_test, use_bias=False)
m.fit()
W_four_cells = m.W.copy()
print(W_four_cells)
