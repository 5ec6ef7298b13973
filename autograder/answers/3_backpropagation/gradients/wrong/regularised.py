# diagnosis: pull_included
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    back_3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * back_3 @ model.add_bias_row(model.H2).T

    back_2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ back_3)
    dLdW2 = 2 / N * back_2 @ model.add_bias_row(model.H1).T

    back_1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ back_2)
    dLdW1 = 2 / N * back_1 @ model.add_bias_row(model.X).T

    dLdW1 = dLdW1 + model.l2 * model.W1
    dLdW2 = dLdW2 + model.l2 * model.W2
    return dLdW1, dLdW2, dLdW3
