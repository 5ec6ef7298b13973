W1 = np.zeros((n_hidden, session.n_cells + 1))
W2 = np.zeros((n_hidden, n_hidden + 1))
W3 = np.zeros((session.Y.shape[0], n_hidden + 1))
n_network_parameters = W1.size + W2.size + W3.size
