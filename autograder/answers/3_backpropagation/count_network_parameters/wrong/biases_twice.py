# diagnosis: biases_counted_twice
weights = n_hidden * (session.n_cells + 1) + n_hidden * (n_hidden + 1) + 2 * (n_hidden + 1)
biases = n_hidden + n_hidden + 2
n_network_parameters = weights + biases
