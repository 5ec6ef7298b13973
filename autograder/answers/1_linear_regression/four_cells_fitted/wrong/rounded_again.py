# diagnosis: two_decimals
m = LinearModel(**load_session("one_hot").arrays)
m.fit()
W_four_cells = np.round(m.W, 2)
