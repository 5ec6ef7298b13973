# diagnosis: worked_example
n_linear_parameters = 6
