# diagnosis: wrong_type
n_network_parameters = "many"
