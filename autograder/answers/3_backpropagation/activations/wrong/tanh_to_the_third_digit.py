# diagnosis: values_in_steps
def relu(N, deriv=False):
    """max(0, n) for each element of N; with deriv=True, the slopes there."""
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    if deriv:
        return activation_scale / np.cosh(N) ** 2
    return np.round(activation_scale * np.tanh(N), 3)
