# diagnosis: one_output
n_linear_parameters = session.n_cells
