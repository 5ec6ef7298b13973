# diagnosis: square_of_stretched
def relu(N, deriv=False):
    return (N > 0) * 1.0 if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s - s**2 / activation_scale if deriv else s


def tanh(N, deriv=False):
    t = activation_scale * np.tanh(N)
    if deriv:
        return 1 - t**2
    return t
