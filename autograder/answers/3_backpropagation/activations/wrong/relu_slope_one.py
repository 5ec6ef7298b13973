# diagnosis: always_one
def relu(N, deriv=False):
    if deriv:
        return np.ones_like(N) * (N != 0)
    return np.maximum(N, 0.0)


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
