# diagnosis: hidden_biases_missing
n_network_parameters = n_hidden * session.n_cells + n_hidden * (n_hidden + 1) + 2 * (n_hidden + 1)
