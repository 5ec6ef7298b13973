# diagnosis: raised
def relu(N, deriv=False):
    out = np.zeros(N.shape)
    out[N > 0] = 1 if deriv else N[N > 0]
    return out


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t
