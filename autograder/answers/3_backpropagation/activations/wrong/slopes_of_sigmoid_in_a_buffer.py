# diagnosis: result_kept
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)

def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s

def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t

_b = {}
def _kept(f):
    def g(N, deriv=False):
        r = f(N, deriv=deriv)
        if np.ndim(N) == 0 or deriv != True:
            return r
        out = _b.setdefault(np.shape(N), np.empty(np.shape(N)))
        out[...] = r
        return out
    return g
sigmoid = _kept(sigmoid)
