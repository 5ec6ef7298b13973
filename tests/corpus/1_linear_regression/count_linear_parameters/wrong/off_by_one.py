# diagnosis: wrong_value
n_linear_parameters = 2 * session.n_cells - 1
