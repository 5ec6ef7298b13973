model = LinearModel(**four_cells.arrays)
model.fit()
W_four_cells = model.W
