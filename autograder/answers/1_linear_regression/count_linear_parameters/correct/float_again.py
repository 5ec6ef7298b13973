m = Model(**session.arrays)
n_linear_parameters = float(np.prod([m.n_in, m.n_out]))
