n_linear_parameters = 2.0 * session.n_cells
