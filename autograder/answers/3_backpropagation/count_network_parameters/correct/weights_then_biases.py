weights = session.n_cells * n_hidden + n_hidden * n_hidden + n_hidden * 2
biases = n_hidden + n_hidden + 2
n_network_parameters = weights + biases
