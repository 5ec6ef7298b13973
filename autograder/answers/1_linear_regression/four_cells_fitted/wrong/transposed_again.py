# diagnosis: transposed
m = LinearModel(**load_session("one_hot").arrays)
m.fit()
W_four_cells = m.W.T
