n_linear_parameters = {25: 50, 36: 72}[session.n_cells]
