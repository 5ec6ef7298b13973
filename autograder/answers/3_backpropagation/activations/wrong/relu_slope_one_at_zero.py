# diagnosis: one_at_the_kink
def relu(N, deriv=False):
    if deriv:
        return 1.0 * (N >= 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
