def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    """Never the exponential of a large number."""
    N = np.asarray(N, dtype=float)
    small = np.exp(-np.abs(N))
    s = np.where(N >= 0, 1.0, small) / (1 + small)
    return activation_scale * (s * (1 - s) if deriv else s)


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t
