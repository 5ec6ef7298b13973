# diagnosis: damages_input
def relu(N, deriv=False):
    N = np.asarray(N, dtype=float)
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    np.maximum(N, 0, out=N)
    return N


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
