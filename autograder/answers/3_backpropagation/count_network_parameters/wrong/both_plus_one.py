# diagnosis: not_shared_equally
n_network_parameters = 201 * 26 + 201 * 201 + 2 * 201
