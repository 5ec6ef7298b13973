# diagnosis: pairs
n_linear_parameters = session.n_cells * (session.n_cells - 1) // 2
