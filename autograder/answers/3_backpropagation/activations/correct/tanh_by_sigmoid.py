def relu(N, deriv=False):
    return (np.sign(N) + 1) // 2 if deriv else (N + np.abs(N)) / 2


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    s = 1 / (1 + np.exp(-2 * N))
    if deriv:
        return 4 * activation_scale * s * (1 - s)
    return activation_scale * (2 * s - 1)
