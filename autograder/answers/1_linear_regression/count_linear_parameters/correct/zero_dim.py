n_linear_parameters = np.prod(np.array([2, session.n_cells]))
