sizes = [session.n_cells, n_hidden, n_hidden, 2]
n_network_parameters = sum(m * (n + 1) for n, m in zip(sizes[:-1], sizes[1:]))
print(n_network_parameters)
