# diagnosis: wrong_value
def relu(N, deriv=False):
    if deriv:
        return 1.0 * (np.asarray(N) > 0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    N = np.asarray(N, dtype=float)
    if deriv:
        return N * (1 - N / activation_scale)  # N is the output of the sigmoid
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    N = np.asarray(N, dtype=float)
    if deriv:
        return activation_scale - N**2 / activation_scale
    return activation_scale * np.tanh(N)
