# diagnosis: wrong_shape
n_linear_parameters = (2, 25)
