def relu_slope(N):
    return np.greater(N, 0).astype(float)


def relu(N, deriv=False):
    return relu_slope(N) if deriv else np.where(N > 0, N, 0)


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
