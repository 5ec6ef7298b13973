# diagnosis: three_coordinates
n_linear_parameters = 3 * session.n_cells
