# diagnosis: wrong_value
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    if deriv:
        return 1.0 * (np.asarray(N) > 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
    s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
    if deriv:
        return s * (1 - s)
    return s


def tanh(N, deriv=False):
    """a tanh(n) for each element of N; with deriv=True, the slopes there."""
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t
