def gradients(model, Y_true):
    sigma, ones = model.activation, model.add_bias_row
    first = int(model.use_bias)
    D3 = 2 * (sigma(model.N3) - Y_true) / Y_true.shape[1] * sigma(model.N3, deriv=True)
    D2 = model.W3[:, first:].T @ D3 * sigma(model.N2, deriv=True)
    D1 = model.W2[:, first:].T @ D2 * sigma(model.N1, deriv=True)
    return [D1 @ ones(model.X).T, D2 @ ones(model.H1).T, D3 @ ones(model.H2).T]
