# diagnosis: two_decimals
model = LinearModel(**load_session("one_hot").arrays)
model.fit()
W_four_cells = np.round(model.W, 2)
