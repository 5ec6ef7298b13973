def gradients(model, Y_true):
    X, N = model.X, Y_true.shape[1]
    below = {3: model.H2, 2: model.H1, 1: X}
    slopes = {}
    blame = model.activation(model.N3) - Y_true
    for k in (3, 2, 1):
        C = model.activation(getattr(model, f"N{k}"), deriv=True) * blame
        slopes[k] = (2 / N) * np.dot(C, model.add_bias_row(below[k]).T)
        W = getattr(model, f"W{k}")
        blame = (W[:, 1:] if model.use_bias else W).T @ C
    return slopes[1], slopes[2], slopes[3]
