# diagnosis: square
n_linear_parameters = session.n_cells**2
