# diagnosis: one_hidden_layer
n_network_parameters = n_hidden * (session.n_cells + 1) + 2 * (n_hidden + 1)
