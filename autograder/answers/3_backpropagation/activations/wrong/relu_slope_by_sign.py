# diagnosis: sign_function
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    return np.sign(N) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n)) for each element of N; with deriv=True, the slopes there."""
    s = activation_scale / (1 + np.exp(-np.asarray(N, dtype=float)))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    """a tanh(n) for each element of N; with deriv=True, the slopes there."""
    return activation_scale * (1 - np.tanh(N) ** 2) if deriv else activation_scale * np.tanh(N)
