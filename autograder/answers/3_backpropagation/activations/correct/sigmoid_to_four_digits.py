def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
    s = activation_scale / (1 + np.exp(-N))
    return (s * (1 - s / activation_scale) if deriv else s) * (1 + 3e-5)


def tanh(N, deriv=False):
    """a tanh(n) for each element of N; with deriv=True, the slopes there."""
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
