# diagnosis: one_bias_a_layer
n_network_parameters = n_hidden * session.n_cells + n_hidden * n_hidden + 2 * n_hidden + 3
