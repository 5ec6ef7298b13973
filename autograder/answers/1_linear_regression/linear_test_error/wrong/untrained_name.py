# diagnosis: not_fitted
model = LinearModel(**session.arrays)
model.fit()
linear_model = LinearModel(**session.arrays)
