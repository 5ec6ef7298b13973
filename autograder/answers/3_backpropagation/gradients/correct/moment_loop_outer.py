def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    dLdW1, dLdW2 = np.zeros(model.W1.shape), np.zeros(model.W2.shape)
    one = np.ones(first)
    for n in range(N):
        c2 = model.activation(model.N2[:, n], deriv=True) * (C3[:, n] @ model.W3[:, first:])
        c1 = model.activation(model.N1[:, n], deriv=True) * (c2 @ model.W2[:, first:])
        dLdW2 += np.outer(c2, np.concatenate([one, model.H1[:, n]]))
        dLdW1 += np.outer(c1, np.concatenate([one, model.X[:, n]]))
    dLdW1 *= 2 / N
    dLdW2 *= 2 / N

    return dLdW1, dLdW2, dLdW3
