sizes = np.array([session.n_cells, n_hidden, n_hidden, 2])
n_network_parameters = np.sum((sizes[:-1] + 1) * sizes[1:])
