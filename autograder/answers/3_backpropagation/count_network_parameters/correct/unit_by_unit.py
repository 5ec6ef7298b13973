n_network_parameters = 0
below = session.n_cells
for units in [n_hidden, n_hidden, 2]:
    for unit in range(units):
        n_network_parameters += below + 1
    below = units
