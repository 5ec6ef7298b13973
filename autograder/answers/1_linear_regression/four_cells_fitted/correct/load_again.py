arrays = load_session("one_hot").arrays
m = LinearModel(**arrays, use_bias=False)
m.fit()
W_four_cells = m.W.copy()
