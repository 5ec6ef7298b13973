four_cells_model = LinearModel(**four_cells.arrays)
four_cells_model.fit()
W_four_cells = four_cells_model.W
