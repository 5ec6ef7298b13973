def relu(N, deriv=False):
    """relu"""
    if not deriv:
        return np.fmax(N, 0.0)
    return np.where(np.asarray(N) > 0, 1, 0)


def sigmoid(N, deriv=False):
    """logistic, computed without overflow"""
    z = np.exp(-np.abs(N))
    s = np.where(np.asarray(N) >= 0, 1 / (1 + z), z / (1 + z))
    if deriv is True:
        return activation_scale * z / (1 + z) ** 2
    return activation_scale * s


def tanh(N, deriv=False):
    """tanh by way of the logistic"""
    s = sigmoid(2.0 * np.asarray(N)) / activation_scale
    if deriv is True:
        return 4 * activation_scale * s * (1 - s)
    return activation_scale * (2 * s - 1)
