# diagnosis: one_output
# cohort: 2026
n_linear_parameters = 25
