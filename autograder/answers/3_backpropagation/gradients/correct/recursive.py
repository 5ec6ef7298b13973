def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    layers = [(model.W1, model.N1, model.X), (model.W2, model.N2, model.H1), (model.W3, model.N3, model.H2)]

    def blame(k):
        if k == 2:
            return C3
        W_above = layers[k + 1][0]
        return model.activation(layers[k][1], deriv=True) * (W_above[:, first:].T @ blame(k + 1))

    dLdW1, dLdW2 = (2 / N * (blame(k) @ model.add_bias_row(layers[k][2]).T) for k in (0, 1))

    return dLdW1, dLdW2, dLdW3
