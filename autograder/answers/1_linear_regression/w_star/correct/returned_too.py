def optimal(X, Y):
    return Y @ X.T @ np.linalg.inv(X @ X.T)


def fit(model):
    model.W = optimal(model.X_train, model.Y_train)
    return model.W


LinearModel.fit = fit
