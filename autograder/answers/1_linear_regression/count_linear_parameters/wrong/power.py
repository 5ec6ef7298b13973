# diagnosis: too_many
n_linear_parameters = 2 ** 25
