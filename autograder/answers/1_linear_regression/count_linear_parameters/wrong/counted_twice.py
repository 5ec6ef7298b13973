# diagnosis: twice
n_linear_parameters = 2 * 2 * session.n_cells
