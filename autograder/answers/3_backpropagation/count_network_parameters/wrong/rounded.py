# diagnosis: not_shared_equally
n_network_parameters = 45800
