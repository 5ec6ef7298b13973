# diagnosis: test_data
s = load_session("one_hot")
model = LinearModel(s.X_test, s.Y_test, s.X_train, s.Y_train)
model.fit()
W_four_cells = model.W
