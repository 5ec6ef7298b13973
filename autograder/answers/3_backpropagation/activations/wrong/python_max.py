# diagnosis: raised
def relu(N, deriv=False):
    if deriv:
        return 1 if N > 0 else 0
    return max(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    return activation_scale * (1 - np.tanh(N) ** 2) if deriv else activation_scale * np.tanh(N)
