def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    dLdW2 = np.zeros(model.W2.shape)
    dLdW1 = np.zeros(model.W1.shape)
    S2 = np.asarray(model.activation(model.N2, True), dtype=float)
    S1 = np.asarray(model.activation(model.N1, True), dtype=float)
    H1, X0 = model.add_bias_row(model.H1), model.add_bias_row(model.X)
    for n in range(N):
        c2 = S2[:, n] * (model.W3[:, first:].T @ C3[:, n])
        c1 = S1[:, n] * (model.W2[:, first:].T @ c2)
        dLdW2 += 2 / N * np.outer(c2, H1[:, n])
        dLdW1 += 2 / N * np.outer(c1, X0[:, n])

    return dLdW1, dLdW2, dLdW3
