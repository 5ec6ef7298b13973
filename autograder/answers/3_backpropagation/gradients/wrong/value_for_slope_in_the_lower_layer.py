# diagnosis: lower_value_for_slope
# points: 4.5
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    # the two layers below it
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    dLdW2 = 2 / N * C2 @ model.add_bias_row(model.H1).T
    # and the lowest
    C1 = model.activation(model.N1) * (model.W2[:, first:].T @ C2)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3
