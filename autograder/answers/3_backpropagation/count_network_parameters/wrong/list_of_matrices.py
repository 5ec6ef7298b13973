# diagnosis: not_one_number
n_network_parameters = [200 * 26, 200 * 201, 2 * 201]
