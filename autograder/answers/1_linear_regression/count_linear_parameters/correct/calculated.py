n_linear_parameters = session.n_cells * session.Y.shape[0]
