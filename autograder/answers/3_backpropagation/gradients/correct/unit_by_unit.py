def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    N = Y_true.shape[1]
    first = int(model.use_bias)  # the first column that is not a bias
    Y_pred = model.activation(model.N3)

    C3 = model.activation(model.N3, deriv=True) * (Y_pred - Y_true)
    dLdW3 = 2 / N * C3 @ model.add_bias_row(model.H2).T

    C2, C1 = np.zeros(model.N2.shape), np.zeros(model.N1.shape)
    slope2, slope1 = model.activation(model.N2, deriv=True), model.activation(model.N1, deriv=True)
    for j in range(len(C2)):
        for i in range(2):
            C2[j] += slope2[j] * model.W3[i, first + j] * C3[i]
    for j in range(len(C1)):
        for i in range(len(C2)):
            C1[j] += slope1[j] * model.W2[i, first + j] * C2[i]
    dLdW2 = np.array([[2 * np.mean(c * h) for h in model.add_bias_row(model.H1)] for c in C2])
    dLdW1 = np.array([[2 * np.mean(c * h) for h in model.add_bias_row(model.X)] for c in C1])

    return dLdW1, dLdW2, dLdW3
