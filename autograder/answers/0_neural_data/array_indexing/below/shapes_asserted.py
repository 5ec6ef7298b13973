assert np.shape(y_0_5) == ()
assert np.shape(x_all_6) == (session.n_cells,)
assert np.shape(y_1_all) == (session.t.size,)
