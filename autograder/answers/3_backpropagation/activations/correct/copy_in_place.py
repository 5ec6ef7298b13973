def relu(N, deriv=False):
    out = np.array(N, dtype=float)
    if deriv:
        out[out > 0] = 1
        out[out < 0] = 0
    else:
        out[out < 0] = 0
    return out


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t
