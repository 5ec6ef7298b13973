# diagnosis: damages_model
def gradients(model, Y_true):
    k, N = int(model.use_bias), Y_true.shape[1]
    D = model.activation(model.N3)
    if isinstance(D, np.ndarray) and D.dtype.kind == "f":
        D -= Y_true
    else:
        D = D - Y_true
    C3 = model.activation(model.N3, deriv=True) * D
    C2 = model.activation(model.N2, deriv=True) * (model.W3[:, k:].T @ C3)
    C1 = model.activation(model.N1, deriv=True) * (model.W2[:, k:].T @ C2)
    return tuple(2 / N * C @ model.add_bias_row(H).T for C, H in ((C1, model.X), (C2, model.H1), (C3, model.H2)))
