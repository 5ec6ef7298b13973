def gradients(model, Y_true):
    n, first = Y_true.shape[1], int(model.use_bias)
    C3t = ((model.activation(model.N3) - Y_true) * model.activation(model.N3, deriv=True)).T
    C2t = (C3t @ model.W3[:, first:]) * model.activation(model.N2, deriv=True).T
    C1t = (C2t @ model.W2[:, first:]) * model.activation(model.N1, deriv=True).T
    dLdW3 = (model.add_bias_row(model.H2) @ C3t).T * (2 / n)
    dLdW2 = (model.add_bias_row(model.H1) @ C2t).T * (2 / n)
    dLdW1 = (model.add_bias_row(model.X) @ C1t).T * (2 / n)
    return dLdW1, dLdW2, dLdW3
