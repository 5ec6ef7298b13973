# diagnosis: bias_counted
# cohort: 2026
n_linear_parameters = 2 * 25 + 2
