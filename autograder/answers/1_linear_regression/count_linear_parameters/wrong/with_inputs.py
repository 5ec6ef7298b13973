# diagnosis: units_counted
n_linear_parameters = session.n_cells + 2
