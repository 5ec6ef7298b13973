def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    back2 = (model.W3.T @ C3)[first:]
    C2 = np.multiply(back2, model.activation(model.N2, True))
    back1 = (model.W2.T @ C2)[first:]
    C1 = np.multiply(back1, model.activation(model.N1, True))
    dLdW2 = (C2 @ model.add_bias_row(model.H1).T) * (2.0 / N)
    dLdW1 = (C1 @ model.add_bias_row(model.X).T) * (2.0 / N)

    return dLdW1, dLdW2, dLdW3
