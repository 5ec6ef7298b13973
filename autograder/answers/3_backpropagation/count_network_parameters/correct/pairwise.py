from itertools import pairwise

sizes = [session.n_cells, n_hidden, n_hidden, session.Y.shape[0]]
n_network_parameters = sum(b * (a + 1) for a, b in pairwise(sizes))
