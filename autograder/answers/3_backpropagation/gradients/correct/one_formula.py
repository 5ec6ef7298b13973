def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    f, T = model.activation, np.transpose
    dLdW2 = 2 / N * (f(model.N2, deriv=True) * (T(model.W3)[first:] @ C3)) @ T(model.add_bias_row(model.H1))
    dLdW1 = (
        2
        / N
        * (f(model.N1, deriv=True) * (T(model.W2)[first:] @ (f(model.N2, deriv=True) * (T(model.W3)[first:] @ C3))))
        @ T(model.add_bias_row(model.X))
    )

    return dLdW1, dLdW2, dLdW3
