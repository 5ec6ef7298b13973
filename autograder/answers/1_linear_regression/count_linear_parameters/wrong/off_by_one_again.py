# diagnosis: one_cell_missing
n_linear_parameters = 24 * 2
