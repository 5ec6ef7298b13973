model_4 = LinearModel(**four_cells.arrays, use_bias=False)
model_4.fit()
W_four_cells = model_4.W.copy()
