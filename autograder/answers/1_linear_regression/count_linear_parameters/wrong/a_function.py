# diagnosis: wrong_type
n_linear_parameters = lambda: 2 * session.n_cells
