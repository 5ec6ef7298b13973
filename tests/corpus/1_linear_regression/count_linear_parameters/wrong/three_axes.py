# diagnosis: wrong_value
n_linear_parameters = 3 * session.n_cells
