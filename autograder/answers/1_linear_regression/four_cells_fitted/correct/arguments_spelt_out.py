s = load_session("one_hot")
model = LinearModel(X_train=s.X_train, Y_train=s.Y_train, X_test=s.X_test, Y_test=s.Y_test)
model.fit()
W_four_cells = model.W.copy()
