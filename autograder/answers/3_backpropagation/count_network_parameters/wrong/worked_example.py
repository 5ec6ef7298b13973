# diagnosis: wrong_value
n_network_parameters = 21
