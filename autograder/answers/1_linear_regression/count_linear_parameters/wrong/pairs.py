# diagnosis: pairs
n_linear_parameters = 25 * 24 // 2
