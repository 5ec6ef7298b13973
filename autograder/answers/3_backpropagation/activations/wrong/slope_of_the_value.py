# diagnosis: takes_values
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    if deriv:
        return N * (1 - N / activation_scale)
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    if deriv:
        return activation_scale * (1 - (N / activation_scale) ** 2)
    return activation_scale * np.tanh(N)
