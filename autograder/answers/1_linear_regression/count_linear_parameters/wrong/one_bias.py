# diagnosis: one_bias_counted
n_linear_parameters = 2 * session.n_cells + 1
