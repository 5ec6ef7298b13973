# diagnosis: upper_slope_missing
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    without_biases = [W[:, first:] for W in (model.W2, model.W3)]
    C2 = without_biases[1].T @ C3
    C1 = model.activation(model.N1, deriv=True) * (without_biases[0].T @ C2)
    dLdW1, dLdW2 = (2 / N * C @ model.add_bias_row(A).T for C, A in ((C1, model.X), (C2, model.H1)))

    return dLdW1, dLdW2, dLdW3
