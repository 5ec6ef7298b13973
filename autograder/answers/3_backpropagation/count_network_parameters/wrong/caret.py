# diagnosis: too_small
n_network_parameters = 200 * 26 + 200^2 + 200 + 2 * 201
