def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    slopes = []
    C = C3
    for W, N_k, below in ((model.W3, model.N2, model.H1), (model.W2, model.N1, model.X)):
        C = model.activation(N_k, deriv=True) * (W[:, first:].T @ C)
        slopes.append(2 * (C @ model.add_bias_row(below).T) / N)
    dLdW2, dLdW1 = slopes

    return dLdW1, dLdW2, dLdW3
