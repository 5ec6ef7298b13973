# diagnosis: not_defined
n_parameters = 2 * session.n_cells
