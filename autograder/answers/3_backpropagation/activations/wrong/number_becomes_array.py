# diagnosis: in_an_array
def relu(N, deriv=False):
    N = np.atleast_1d(N)
    return np.where(N > 0, 1.0, 0.0) if deriv else np.where(N > 0, N, 0.0)


def sigmoid(N, deriv=False):
    N = np.atleast_1d(N)
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    N = np.atleast_1d(N)
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
