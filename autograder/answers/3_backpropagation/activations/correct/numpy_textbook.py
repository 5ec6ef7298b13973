def relu(N, deriv=False):
    if deriv:
        return 1.0 * (np.asarray(N) > 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t
