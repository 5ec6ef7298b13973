# diagnosis: kept
_last = {}


def relu(N, deriv=False):
    if deriv:
        return 1.0 * (N > 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    if deriv and np.shape(_last.get("s")) == np.shape(N):
        s = _last["s"]
        return s * (1 - s / activation_scale)
    _last["s"] = s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    if deriv and np.shape(_last.get("t")) == np.shape(N):
        return activation_scale * (1 - _last["t"] ** 2)
    _last["t"] = t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
