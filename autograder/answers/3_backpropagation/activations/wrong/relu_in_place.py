# diagnosis: damages_input
def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0, out=N) if np.ndim(N) else max(N, 0)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s / activation_scale)
    return s


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t
