def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)


def sigmoid(N, deriv=False):
    if not deriv:
        return activation_scale / (1 + np.exp(-N))
    return sigmoid(N) * (activation_scale - sigmoid(N)) / activation_scale


def tanh(N, deriv=False):
    if not deriv:
        return activation_scale * np.tanh(N)
    return activation_scale - tanh(N) ** 2 / activation_scale
