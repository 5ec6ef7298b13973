n_in = session.n_cells
n_out = 2
W1 = n_hidden * (n_in + 1)
W2 = n_hidden * (n_hidden + 1)
W3 = n_out * (n_hidden + 1)
n_network_parameters = W1 + W2 + W3
