# diagnosis: result_kept
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)

def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s

_b = {}
def tanh(N, deriv=False):
    t = np.tanh(N)
    r = activation_scale * (1 - t**2) if deriv else activation_scale * t
    if np.ndim(N) == 0 or not deriv:
        return r
    out = _b.setdefault(np.shape(N), np.empty(np.shape(N)))
    out[...] = r
    return out
