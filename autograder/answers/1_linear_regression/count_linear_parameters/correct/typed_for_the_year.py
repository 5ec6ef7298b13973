# cohort: 2027
n_linear_parameters = 72
