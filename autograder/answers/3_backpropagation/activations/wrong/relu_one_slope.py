# diagnosis: rows_alike
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    if deriv:
        return np.ones_like(N)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    if deriv:
        return activation_scale * (1 - np.tanh(N) ** 2)
    return activation_scale * np.tanh(N)
