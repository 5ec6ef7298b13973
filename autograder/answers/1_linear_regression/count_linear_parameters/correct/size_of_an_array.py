n_linear_parameters = np.zeros((2, session.n_cells)).size
