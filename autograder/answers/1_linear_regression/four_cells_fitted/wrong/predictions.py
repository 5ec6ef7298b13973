# diagnosis: wrong_shape
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = model.forward(model.X_test)
