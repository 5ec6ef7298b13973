# diagnosis: too_small
n_network_parameters = 200 * (25 + 1) + 2 * (200 + 1)
