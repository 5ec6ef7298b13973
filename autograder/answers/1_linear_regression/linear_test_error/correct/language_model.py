def build_linear_model(data) -> "LinearModel":
    """Create a bias-free linear model of a session and fit it on its training part."""
    model = LinearModel(X_train=data.X_train, Y_train=data.Y_train, X_test=data.X_test, Y_test=data.Y_test)
    model.fit()
    assert model.W.shape == (2, data.n_cells)
    return model


linear_model = build_linear_model(session)
mean_error = error(linear_model.forward(session.X_test), session.Y_test)
print("Mean test error in cm:", 100 * mean_error)
