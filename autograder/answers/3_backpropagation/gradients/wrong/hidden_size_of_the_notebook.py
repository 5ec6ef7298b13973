# diagnosis: raised
def gradients(model, Y_true):
    """The slopes of the loss with respect to W1, W2 and W3, for the last forward pass of the model."""
    units = slice(int(model.use_bias), int(model.use_bias) + n_hidden)
    share = 2 / Y_true.shape[1]
    delta = (model.activation(model.N3) - Y_true) * model.activation(model.N3, deriv=True)
    slopes = [share * delta @ model.add_bias_row(model.H2).T]
    for above, N, below in ((model.W3, model.N2, model.H1), (model.W2, model.N1, model.X)):
        delta = (above[:, units].T @ delta) * model.activation(N, deriv=True)
        slopes.insert(0, share * delta @ model.add_bias_row(below).T)
    return tuple(slopes)
