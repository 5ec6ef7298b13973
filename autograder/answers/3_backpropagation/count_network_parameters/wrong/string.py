# diagnosis: wrong_type
n_network_parameters = "45802"
