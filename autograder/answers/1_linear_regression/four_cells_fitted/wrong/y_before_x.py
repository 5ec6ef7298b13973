# diagnosis: rows_reversed
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = model.W[::-1]
