# diagnosis: bias_counted
n_linear_parameters = 2 * 25 + 2
