def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    W3, W2 = model.W3[:, first:], model.W2[:, first:]
    C2 = np.multiply(model.activation(model.N2, deriv=True), np.dot(W3.T, C3))
    C1 = np.multiply(model.activation(model.N1, deriv=True), np.dot(W2.T, C2))
    H1t, Xt = model.add_bias_row(model.H1), model.add_bias_row(model.X)
    dLdW2 = np.zeros(model.W2.shape)
    dLdW1 = np.zeros(model.W1.shape)
    for n in range(N):
        dLdW2 += 2 * np.outer(C2[:, n], H1t[:, n]) / N
        dLdW1 += 2 * np.outer(C1[:, n], Xt[:, n]) / N

    return dLdW1, dLdW2, dLdW3
