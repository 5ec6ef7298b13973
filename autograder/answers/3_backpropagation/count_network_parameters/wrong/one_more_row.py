# diagnosis: biases_on_the_wrong_side
n_network_parameters = (n_hidden + 1) * session.n_cells + (n_hidden + 1) * n_hidden + 3 * n_hidden
