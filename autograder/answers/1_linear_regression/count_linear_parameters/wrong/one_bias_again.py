# diagnosis: one_bias_counted
n_linear_parameters = 51
