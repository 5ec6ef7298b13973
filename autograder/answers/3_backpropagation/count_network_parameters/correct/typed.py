# cohort: 2026
n_network_parameters = 45802
