# diagnosis: upper_slope_missing
# points: 3
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    blame_2 = model.W3[:, first:].T @ C3
    dLdW2 = 2 / N * blame_2 @ model.add_bias_row(model.H1).T
    blame_1 = model.W2[:, first:].T @ blame_2
    C1 = blame_1 * model.activation(model.N1, deriv=True)
    dLdW1 = 2 / N * C1 @ model.add_bias_row(model.X).T

    return dLdW1, dLdW2, dLdW3
