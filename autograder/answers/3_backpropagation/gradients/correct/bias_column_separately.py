def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    def slopes(C, below):
        weights = C @ below.T
        if model.use_bias:
            weights = np.column_stack([C.sum(axis=1), weights])
        return 2 * weights / N

    V3 = model.W3[:, 1:] if model.use_bias else model.W3
    V2 = model.W2[:, 1:] if model.use_bias else model.W2
    C2 = (V3.T @ C3) * model.activation(model.N2, True)
    C1 = (V2.T @ C2) * model.activation(model.N1, True)
    dLdW2, dLdW1 = slopes(C2, model.H1), slopes(C1, model.X)

    return dLdW1, dLdW2, dLdW3
