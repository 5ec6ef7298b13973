def gradients(model, Y_true):
    N = Y_true.shape[1]
    sums = [np.zeros(W.shape) for W in (model.W1, model.W2, model.W3)]
    first = 1 if model.use_bias else 0
    for n in range(N):
        column = slice(n, n + 1)
        y = model.activation(model.N3[:, column])
        c3 = model.activation(model.N3[:, column], deriv=True) * (y - Y_true[:, column])
        c2 = model.activation(model.N2[:, column], deriv=True) * (model.W3[:, first:].T @ c3)
        c1 = model.activation(model.N1[:, column], deriv=True) * (model.W2[:, first:].T @ c2)
        sums[2] += c3 @ model.add_bias_row(model.H2[:, column]).T
        sums[1] += c2 @ model.add_bias_row(model.H1[:, column]).T
        sums[0] += c1 @ model.add_bias_row(model.X[:, column]).T
    return tuple(2 * total / N for total in sums)
