# diagnosis: bias_counted
n_linear_parameters = (session.n_cells + 1) * 2
