# diagnosis: not_shared_equally
n_network_parameters = 25 * 200 + 200 * 200 + 200 * 2
