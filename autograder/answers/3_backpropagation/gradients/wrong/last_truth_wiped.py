# diagnosis: damages_input
last = []


def gradients(model, Y_true):
    N, first = Y_true.shape[1], int(model.use_bias)
    C3 = model.activation(model.N3, deriv=True) * (model.activation(model.N3) - Y_true)
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, first:].T @ C3)
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, first:].T @ C2)
    slopes = [
        2 / N * C @ model.add_bias_row(A).T for C, A in ((C1, model.X), (C2, model.H1), (C3, model.H2))
    ]
    for old in last:
        if old is not Y_true:
            old[...] = 0
    last[:] = [Y_true]
    return tuple(slopes)
