one_hot_model = LinearModel(**load_session("one_hot").arrays)
one_hot_model.fit()
W_four_cells = one_hot_model.W
