# diagnosis: too_small
n_network_parameters = 49
