# diagnosis: too_many
n_linear_parameters = 25 * 25 + 25 * 2
