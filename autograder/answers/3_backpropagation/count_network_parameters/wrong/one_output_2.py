# diagnosis: not_shared_equally
n_network_parameters = 200 * 26 + 200 * 201 + 1 * 201
