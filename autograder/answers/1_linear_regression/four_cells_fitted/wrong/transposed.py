# diagnosis: transposed
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = model.W.T
