# diagnosis: kept
def remember(f):
    seen = {}
    def g(N, deriv=False):
        k = (np.asarray(N, dtype=float).tobytes(), np.shape(N))
        if k not in seen:
            seen[k] = f(N, deriv)
        return np.copy(seen[k])
    return g

@remember
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


@remember
def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


@remember
def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
