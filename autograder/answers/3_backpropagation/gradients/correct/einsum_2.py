def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    s2 = model.activation(model.N2, True)
    s1 = model.activation(model.N1, True)
    C2 = np.einsum("ji,jn,in->in", model.W3[:, first:], C3, s2)
    C1 = np.einsum("ji,jn,in->in", model.W2[:, first:], C2, s1)
    dLdW2 = np.einsum("in,jn->ij", C2, model.add_bias_row(model.H1)) * 2 / N
    dLdW1 = np.einsum("in,jn->ij", C1, model.add_bias_row(model.X)) * 2 / N

    return dLdW1, dLdW2, dLdW3
