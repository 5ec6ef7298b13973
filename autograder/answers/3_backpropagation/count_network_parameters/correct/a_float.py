n_network_parameters = float((session.n_cells + 1) * n_hidden + (n_hidden + 1) * n_hidden + (n_hidden + 1) * 2)
