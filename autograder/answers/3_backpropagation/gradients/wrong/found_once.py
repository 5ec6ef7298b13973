# diagnosis: kept
def gradients(model, Y_true):
    if hasattr(model, "_slopes"):
        return model._slopes
    N = Y_true.shape[1]
    first = int(model.use_bias)
    C3 = model.activation(model.N3, deriv=True) * (model.activation(model.N3) - Y_true)
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    layers = (model.X, model.H1, model.H2)
    model._slopes = [2 / N * C @ model.add_bias_row(H).T for C, H in zip((C1, C2, C3), layers)]
    return model._slopes
