# diagnosis: wrong_type
W_four_cells = LinearModel(**load_session("one_hot").arrays)
W_four_cells.fit()
