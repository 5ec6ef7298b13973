# diagnosis: kept
known = {}


def gradients(model, Y_true):
    asked = (model, Y_true, model.N3)
    if known and all(one is other for one, other in zip(known["asked"], asked)):
        return known["slopes"]
    columns, first = Y_true.shape[1], int(model.use_bias)
    blame = (model.activation(model.N3) - Y_true) * model.activation(model.N3, deriv=True)
    slopes = [blame @ model.add_bias_row(model.H2).T]
    for W, N, below in ((model.W3, model.N2, model.H1), (model.W2, model.N1, model.X)):
        blame = (W[:, first:].T @ blame) * model.activation(N, deriv=True)
        slopes.insert(0, blame @ model.add_bias_row(below).T)
    known.update(asked=asked, slopes=tuple(2 / columns * slope for slope in slopes))
    return known["slopes"]
