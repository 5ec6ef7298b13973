# diagnosis: not_whole
n_linear_parameters = 2.5 * session.n_cells + 0.4
