# diagnosis: first_matrix_missing
n_network_parameters = n_hidden * (n_hidden + 1) + 2 * (n_hidden + 1)
