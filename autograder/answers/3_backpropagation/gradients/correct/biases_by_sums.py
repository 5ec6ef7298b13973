def gradients(model, Y_true):
    def slopes(C, below):
        weights = 2 / C.shape[1] * C @ below.T
        if not model.use_bias:
            return weights
        return np.hstack([2 / C.shape[1] * C.sum(axis=1, keepdims=True), weights])

    def without_biases(W):
        return W[:, 1:] if model.use_bias else W

    error_now = model.activation(model.N3) - Y_true
    C3 = error_now * model.activation(model.N3, deriv=True)
    C2 = (without_biases(model.W3).T @ C3) * model.activation(model.N2, deriv=True)
    C1 = (without_biases(model.W2).T @ C2) * model.activation(model.N1, deriv=True)
    return slopes(C1, model.X), slopes(C2, model.H1), slopes(C3, model.H2)
