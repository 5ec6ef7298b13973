# diagnosis: not_fitted
# points: 1
linear_model = LinearModel(**session.arrays)
linear_model.fit
