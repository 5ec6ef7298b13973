# diagnosis: first_100
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    few = slice(0, 100)  # enough for a good estimate, and faster
    C3 = C3[:, few]
    n = C3.shape[1]
    C2 = model.activation(model.N2[:, few], deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / n * C2 @ model.add_bias_row(model.H1[:, few]).T
    C1 = model.activation(model.N1[:, few], deriv=True) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / n * C1 @ model.add_bias_row(model.X[:, few]).T

    return dLdW1, dLdW2, dLdW3
