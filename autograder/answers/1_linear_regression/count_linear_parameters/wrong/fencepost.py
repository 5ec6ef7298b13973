# diagnosis: one_cell_missing
n_linear_parameters = (session.n_cells - 1) * 2
