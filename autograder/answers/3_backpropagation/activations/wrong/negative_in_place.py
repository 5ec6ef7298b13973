# diagnosis: damages_input
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    if isinstance(N, np.ndarray) and N.dtype == float:
        N = np.negative(N, out=N)
    else:
        N = -np.asarray(N, dtype=float)
    s = activation_scale / (1 + np.exp(N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t
