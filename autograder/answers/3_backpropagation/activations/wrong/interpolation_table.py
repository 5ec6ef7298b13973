# diagnosis: far_out
_axis = np.linspace(-8, 8, 20001)
_table = activation_scale * np.exp(-_axis) / (1 + np.exp(-_axis)) ** 2


def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    if deriv:
        return np.interp(N, _axis, _table)
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
