# diagnosis: raised
def relu(N, deriv=False):
    out = N.copy()
    if deriv:
        out[N > 0] = 1
        out[N <= 0] = 0
        return out
    out[N < 0] = 0
    return out


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
