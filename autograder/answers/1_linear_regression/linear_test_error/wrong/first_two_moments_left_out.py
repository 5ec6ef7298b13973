# diagnosis: not_fitted
# points: 1.5
linear_model = LinearModel(**session.arrays)
linear_model.X_train, linear_model.Y_train = linear_model.X_train[:, 2:], linear_model.Y_train[:, 2:]
linear_model.fit()
