# diagnosis: not_stretched
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    if deriv:
        return 1.0 * (N > 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = 1 / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s)
    return s


def tanh(N, deriv=False):
    if deriv:
        return (1 - np.tanh(N) ** 2)
    return np.tanh(N)
