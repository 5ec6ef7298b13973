def fitted_weights(kind: str) -> np.ndarray:
    """Fit a linear model to a session and return its weights."""
    data = load_session(kind)
    model = LinearModel(data.X_train, data.Y_train, data.X_test, data.Y_test)
    model.fit()
    assert model.W.shape == (2, data.n_cells)
    return model.W


W_four_cells = fitted_weights("one_hot")
print(W_four_cells)
