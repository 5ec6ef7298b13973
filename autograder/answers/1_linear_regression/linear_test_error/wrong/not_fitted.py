# diagnosis: not_fitted
linear_model = LinearModel(**session.arrays)
