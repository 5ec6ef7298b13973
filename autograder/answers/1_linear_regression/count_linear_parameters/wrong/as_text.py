# diagnosis: wrong_type
n_linear_parameters = "50"
