# diagnosis: pairs
# cohort: 2026
n_linear_parameters = 25 * 24 // 2
