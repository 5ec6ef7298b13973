n_linear_parameters = np.int64(2) * np.int64(session.n_cells)
