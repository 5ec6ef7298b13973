def gradients(model, Y_true):
    """The slopes as nested lists."""
    units, share = slice(int(model.use_bias), None), 2 / Y_true.shape[1]
    delta = (model.activation(model.N3) - Y_true) * model.activation(model.N3, deriv=True)
    found = [share * delta @ model.add_bias_row(model.H2).T]
    for above, N, below in ((model.W3, model.N2, model.H1), (model.W2, model.N1, model.X)):
        delta = (above[:, units].T @ delta) * model.activation(N, deriv=True)
        found.insert(0, share * delta @ model.add_bias_row(below).T)
    return [slopes.tolist() for slopes in found]
