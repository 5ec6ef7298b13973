shapes = [(n_hidden, session.n_cells + 1), (n_hidden, n_hidden + 1), (2, n_hidden + 1)]
n_network_parameters = sum(rows * columns for rows, columns in shapes)
