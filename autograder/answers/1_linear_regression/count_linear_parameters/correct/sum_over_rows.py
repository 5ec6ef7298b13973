n_linear_parameters = sum(session.n_cells for _ in session.Y_test)
