# diagnosis: hidden_biases_missing
n_network_parameters = n_hidden * (session.n_cells + 1) + n_hidden**2 + 2 * (n_hidden + 1)
