# diagnosis: kept
_c = {}
def cached(f):
    def act(N, deriv=False):
        key = (f.__name__, np.asarray(N, dtype=float).tobytes(), deriv)
        if key not in _c:
            _c[key] = f(np.asarray(N, dtype=float), deriv)
        return np.array(_c[key])
    return act
@cached
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(N, 0)
@cached
def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s
@cached
def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
