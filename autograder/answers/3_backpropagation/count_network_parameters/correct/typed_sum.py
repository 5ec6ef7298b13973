n_network_parameters = sum(
    n_to * (n_from + 1) for n_from, n_to in [(session.n_cells, n_hidden), (n_hidden, n_hidden), (n_hidden, 2)]
)
