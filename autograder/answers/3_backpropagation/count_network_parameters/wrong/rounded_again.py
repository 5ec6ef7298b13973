# diagnosis: not_shared_equally
n_network_parameters = round(200 * 26 + 200 * 201 + 2 * 201, -2)
