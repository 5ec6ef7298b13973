# diagnosis: error_too_large
linear_model = LinearModel(**session.arrays)
start = linear_model.W.copy()
linear_model.fit()
linear_model.W = 0.95 * linear_model.W + 0.05 * start
