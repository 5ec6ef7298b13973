_fit = LinearModelWithBias(**load_session("one_hot").arrays, use_bias=False)
_fit.fit()
W_four_cells = np.asarray(_fit.W, dtype=float)
