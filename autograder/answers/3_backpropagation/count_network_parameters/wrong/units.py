# diagnosis: units_counted
n_network_parameters = session.n_cells + n_hidden + n_hidden + 2
