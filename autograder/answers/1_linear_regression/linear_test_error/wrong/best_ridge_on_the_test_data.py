# diagnosis: not_fitted
linear_model = LinearModel(**session.arrays)
best = np.inf
for strength in (0.1, 1.0, 10.0, 30.0):
    X, Y = session.X_train, session.Y_train
    W = (Y @ X.T) @ np.linalg.inv(X @ X.T + strength * np.eye(len(X)))
    now = error(W @ session.X_test, session.Y_test)
    if now < best:
        best, linear_model.W = now, W
