# diagnosis: not_fitted
linear_model = LinearModel(**session.arrays)
for _ in range(100):
    D = linear_model.forward(session.X_train) - session.Y_train
    linear_model.W = linear_model.W - 0.5 * 2 / session.n_train * D @ session.X_train.T
