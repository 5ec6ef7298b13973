# cohort: 2026
n_network_parameters = 200 * (25 + 1) + 200 * (200 + 1) + 2 * (200 + 1)
