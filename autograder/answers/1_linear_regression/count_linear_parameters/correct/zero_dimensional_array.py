n_linear_parameters = np.prod([2, session.n_cells]).reshape(())
