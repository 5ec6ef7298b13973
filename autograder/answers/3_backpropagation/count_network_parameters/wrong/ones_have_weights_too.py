# diagnosis: row_and_column_added
n_network_parameters = (n_hidden + 1) * (session.n_cells + 1) + (n_hidden + 1) * (n_hidden + 1) + 2 * (n_hidden + 1)
