# diagnosis: units_counted
# cohort: 2026
n_linear_parameters = 25 + 2
