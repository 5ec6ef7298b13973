n_linear_parameters = 2 * session.n_cells
