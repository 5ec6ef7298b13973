# diagnosis: damages_input
def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    if not deriv:
        return activation_scale * np.tanh(N)
    if isinstance(N, np.ndarray) and N.dtype.kind == "f":
        np.tanh(N, out=N)
        return activation_scale * (1 - N**2)
    return activation_scale * (1 - np.tanh(N) ** 2)
