# diagnosis: no_biases
n_network_parameters = n_hidden * session.n_cells + n_hidden * n_hidden + 2 * n_hidden
