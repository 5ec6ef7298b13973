# diagnosis: both_parts
n_linear_parameters = 2 * 2 * session.n_cells
