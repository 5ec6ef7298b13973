# diagnosis: not_one_number
n_network_parameters = 45,802
