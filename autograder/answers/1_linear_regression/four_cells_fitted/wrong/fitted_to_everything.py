# diagnosis: all_data
s = load_session("one_hot")
model = LinearModel(s.X, s.Y, s.X_test, s.Y_test)
model.fit()
W_four_cells = model.W
