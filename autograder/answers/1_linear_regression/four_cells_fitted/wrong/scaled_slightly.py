# diagnosis: nearly_fitted
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = 1.01 * model.W
