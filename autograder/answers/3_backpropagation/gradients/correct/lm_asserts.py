def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # Equation (5): propagate the blame through W3 (without the bias column).
    W3_no_bias = model.W3[:, first:]
    C2 = model.activation(model.N2, deriv=True) * (W3_no_bias.T @ C3)
    assert C2.shape == model.N2.shape, "C2 must have the shape of N2"

    # Equation (7) for the second layer.
    H1_tilde = model.add_bias_row(model.H1)
    dLdW2 = (2.0 / N) * (C2 @ H1_tilde.T)
    assert dLdW2.shape == model.W2.shape

    # Equation (6): the same one layer lower.
    W2_no_bias = model.W2[:, first:]
    C1 = model.activation(model.N1, deriv=True) * (W2_no_bias.T @ C2)
    assert C1.shape == model.N1.shape, "C1 must have the shape of N1"

    X_tilde = model.add_bias_row(model.X)
    dLdW1 = (2.0 / N) * (C1 @ X_tilde.T)
    assert dLdW1.shape == model.W1.shape

    return dLdW1, dLdW2, dLdW3
