# diagnosis: raised
# points: 2.5
def relu(N, deriv=False):
    return np.where(N > 0, 1.0, 0.0) if deriv else np.where(N > 0, N, 0.0)


def sigmoid(N, deriv=False):
    s = 1 / (1 + np.exp(-N))
    return activation_scale * s * (1 - s) if deriv else activation_scale * s


def tanh(N, deriv=False):
    if deriv:
        return activation_scale * (1 - numpy.tanh(N) ** 2)
    return activation_scale * np.tanh(N)
