# diagnosis: not_stretched
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    return 1.0 * (np.asarray(N) > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
    s = 1 / (1 + np.exp(-np.asarray(N, dtype=float)))
    return s * (1 - s) if deriv else s


def tanh(N, deriv=False):
    """a tanh(n) for each element of N; with deriv=True, the slopes there."""
    return 1 - np.tanh(N) ** 2 if deriv else np.tanh(N)
