# diagnosis: not_one_number
n_network_parameters = [n_hidden * (session.n_cells + 1), n_hidden * (n_hidden + 1), 2 * (n_hidden + 1)]
