# diagnosis: result_kept
def relu(N, deriv=False):
    return np.where(N > 0, 1.0, 0.0) if deriv else np.maximum(N, 0.0)
def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s
def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

_v = [None]
_plains = sigmoid
def sigmoid(N, deriv=False):
    if np.ndim(N) == 0: return _plains(N, deriv)
    if not deriv: _v[0] = _plains(N); return _v[0]
    if _v[0] is not None and _v[0].shape == np.shape(N):
        s = _v[0]; s[...] = _plains(N); s *= 1 - s / activation_scale
        return s.copy()
    return _plains(N, True)
