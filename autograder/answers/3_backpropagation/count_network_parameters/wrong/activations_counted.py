# diagnosis: not_shared_equally
n_network_parameters = 200 * 26 + 200 + 200 * 201 + 200 + 2 * 201 + 2
