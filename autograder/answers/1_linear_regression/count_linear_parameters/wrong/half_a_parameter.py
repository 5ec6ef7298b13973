# diagnosis: not_whole
n_linear_parameters = 49.5
