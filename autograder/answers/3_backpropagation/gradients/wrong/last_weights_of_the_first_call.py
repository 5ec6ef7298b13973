# diagnosis: kept
def gradients(model, Y_true):
    if not hasattr(model, "_w3") or model._w3.shape != model.W3.shape: model._w3 = model.W3.copy()
    N = Y_true.shape[1]; b = int(model.use_bias); s = model.activation
    C3 = s(model.N3, deriv=True) * (s(model.N3) - Y_true)
    C2 = s(model.N2, deriv=True) * (model._w3[:, b:].T @ C3)
    C1 = s(model.N1, deriv=True) * (model.W2[:, b:].T @ C2)
    return tuple(2 / N * C @ model.add_bias_row(H).T for C, H in ((C1, model.X), (C2, model.H1), (C3, model.H2)))
