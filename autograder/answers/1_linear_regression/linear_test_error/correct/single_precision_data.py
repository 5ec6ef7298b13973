linear_model = LinearModel(**{name: array.astype(np.float32) for name, array in session.arrays.items()})
linear_model.fit()
linear_model.W = linear_model.W.astype(np.float64)
