n_network_parameters = 45802
