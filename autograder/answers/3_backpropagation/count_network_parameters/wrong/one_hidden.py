# diagnosis: too_small
n_network_parameters = 200*26 + 2*201
