# diagnosis: not_fitted
model = LinearModel(**load_session("one_hot").arrays)
W_four_cells = model.W
