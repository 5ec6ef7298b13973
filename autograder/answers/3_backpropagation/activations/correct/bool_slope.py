def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    if deriv:
        return N > 0
    return np.maximum(N, 0)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n))"""
    e = np.exp(-N)
    return activation_scale * e / (1 + e) ** 2 if deriv else activation_scale / (1 + e)


def tanh(N, deriv=False):
    """a tanh(n)"""
    return activation_scale * (1 - np.tanh(N) ** 2 if deriv else np.tanh(N))
