# diagnosis: not_shared_equally
n_network_parameters = 25 * (200 + 1) + 200 * (200 + 1) + 200 * (2 + 1)
