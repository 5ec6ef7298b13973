def gradients(model, Y_true):
    b = 1 if model.use_bias else 0
    df = lambda N: np.asarray(model.activation(N, deriv=True), dtype=float)
    delta3 = df(model.N3) * (2 * (model.activation(model.N3) - Y_true) / Y_true.shape[1])
    delta2 = df(model.N2) * (model.W3[:, b:].T @ delta3)
    delta1 = df(model.N1) * (model.W2[:, b:].T @ delta2)
    return [d @ model.add_bias_row(a).T for d, a in ((delta1, model.X), (delta2, model.H1), (delta3, model.H2))]
