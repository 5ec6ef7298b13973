# diagnosis: worked_example
n_linear_parameters = 3 + 3
