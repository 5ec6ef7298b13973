# diagnosis: wrong_type
m = LinearModel(**load_session("one_hot").arrays)
W_four_cells = m.fit()
