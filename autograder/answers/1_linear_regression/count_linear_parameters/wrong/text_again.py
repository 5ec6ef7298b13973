# diagnosis: wrong_type
n_linear_parameters = "fifty (2 x 25)"
