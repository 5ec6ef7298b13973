# diagnosis: units_counted
n_linear_parameters = 27
