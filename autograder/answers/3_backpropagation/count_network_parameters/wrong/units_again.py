# diagnosis: too_small
n_network_parameters = 25 + 200 + 200 + 2
