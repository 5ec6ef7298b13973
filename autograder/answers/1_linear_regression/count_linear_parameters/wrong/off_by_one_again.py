# diagnosis: one_cell_missing
# cohort: 2026
n_linear_parameters = 24 * 2
