# diagnosis: not_fitted
linear_model = LinearModel(**session.arrays)
for _ in range(300):
    gradient = 2 / session.n_train * (linear_model.W @ session.X_train - session.Y_train) @ session.X_train.T
    linear_model.W = linear_model.W - 0.5 * gradient
