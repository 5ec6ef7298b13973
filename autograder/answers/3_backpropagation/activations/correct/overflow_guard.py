def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    e = np.exp(-np.clip(N, -13, 13))
    return activation_scale * e / (1 + e) ** 2 if deriv else activation_scale / (1 + e)


def tanh(N, deriv=False):
    return activation_scale / np.cosh(np.clip(N, -13, 13)) ** 2 if deriv else activation_scale * np.tanh(N)
