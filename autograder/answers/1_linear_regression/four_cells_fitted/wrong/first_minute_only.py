# diagnosis: first_half
s = load_session("one_hot")
model = LinearModel(s.X_train[:, :2400], s.Y_train[:, :2400], s.X_test, s.Y_test)
model.fit()
W_four_cells = model.W
