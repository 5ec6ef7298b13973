# diagnosis: raised
# points: 2.25
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return max(N, 0)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t * t) if deriv else activation_scale * t
