_m = LinearModel(**load_session("one_hot").arrays)
_m.fit()
W_four_cells = np.asarray(_m.W).tolist()
