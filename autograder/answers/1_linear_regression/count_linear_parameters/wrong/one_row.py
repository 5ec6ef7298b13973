# diagnosis: one_output
n_linear_parameters = 25
