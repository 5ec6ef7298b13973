# diagnosis: wrong_type
model = LinearModel(**load_session("one_hot").arrays)
W_four_cells = model.fit()
