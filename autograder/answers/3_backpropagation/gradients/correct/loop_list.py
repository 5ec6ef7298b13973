def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    weights = [model.W1, model.W2, model.W3]
    before = [model.N1, model.N2, model.N3]
    below = [model.X, model.H1, model.H2]
    skip = 1 if model.use_bias else 0
    blame = model.activation(model.N3) - Y_true
    found = [None] * 3
    for k in (2, 1, 0):
        C = model.activation(before[k], deriv=True) * blame
        found[k] = (2.0 / Y_true.shape[1]) * np.dot(C, model.add_bias_row(below[k]).T)
        blame = np.dot(weights[k][:, skip:].T, C)
    return tuple(found)
