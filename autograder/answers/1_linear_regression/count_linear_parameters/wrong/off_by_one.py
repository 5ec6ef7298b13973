# diagnosis: one_too_few
n_linear_parameters = 2 * session.n_cells - 1
