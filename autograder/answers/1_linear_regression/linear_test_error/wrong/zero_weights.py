# diagnosis: not_fitted
linear_model = LinearModel(**session.arrays)
linear_model.W = np.zeros((2, session.n_cells))
