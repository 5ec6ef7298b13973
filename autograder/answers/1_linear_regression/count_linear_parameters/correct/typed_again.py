n_linear_parameters = 50
