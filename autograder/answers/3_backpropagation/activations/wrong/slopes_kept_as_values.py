# diagnosis: kept
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


_kept = {}
def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-np.asarray(N)))
    key = (np.asarray(N).tobytes(), np.asarray(N).dtype.str, np.shape(N))
    if not deriv:
        return _kept.get(key, s) * 1.0
    _kept[key] = s * (1 - s / activation_scale)
    return _kept[key].copy()


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
