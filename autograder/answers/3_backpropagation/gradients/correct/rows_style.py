def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    def slopes(C_rows, H):
        """dL/dW for rows of blame (N, n_above) and a layer below (n_below, N)."""
        weights = C_rows.T @ H.T / N * 2
        if not model.use_bias:
            return weights
        biases = 2 * C_rows.mean(axis=0)
        return np.column_stack([biases, weights])

    d3 = C3.T
    d2 = (d3 @ model.W3[:, first:]) * model.activation(model.N2.T, deriv=True)
    d1 = (d2 @ model.W2[:, first:]) * model.activation(model.N1.T, deriv=True)
    dLdW2, dLdW1 = slopes(d2, model.H1), slopes(d1, model.X)

    return dLdW1, dLdW2, dLdW3
