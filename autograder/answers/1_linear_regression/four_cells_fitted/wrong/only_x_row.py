# diagnosis: first_row_twice
m = LinearModel(**load_session("one_hot").arrays)
m.fit()
W_four_cells = np.array([m.W[0], m.W[0]])
