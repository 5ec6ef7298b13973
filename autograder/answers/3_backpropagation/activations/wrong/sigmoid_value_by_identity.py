# diagnosis: kept
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)

_k = {}
def sigmoid(N, deriv=False):
    if deriv and _k.get("N") is N and np.ndim(N):
        s = _k["s"]
    else:
        s = activation_scale / (1 + np.exp(-N))
        _k.update(N=N, s=s)
    return s * (1 - s / activation_scale) if deriv else s.copy() if np.ndim(s) else s

def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
