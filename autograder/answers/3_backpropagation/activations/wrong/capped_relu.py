# diagnosis: capped_10
def relu(N, deriv=False):
    if deriv:
        return 1.0 * ((N > 0) & (N < 10))
    return np.clip(N, 0, 10)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
