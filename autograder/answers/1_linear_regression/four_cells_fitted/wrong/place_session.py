# diagnosis: wrong_shape
model = LinearModel(**load_session("place").arrays)
model.fit()
W_four_cells = model.W
