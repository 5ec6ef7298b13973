n_linear_parameters = 25 * 2.0
