def relu(N, deriv=False):
    if deriv:
        return np.where(N > 0, 1.0, 0.0)
    return np.maximum(N, 0.0)


def sigmoid(N, deriv=False):
    small = np.asarray(N, dtype=np.float32)
    s = 1 / (1 + np.exp(-small))
    return activation_scale * s * (1 - s) if deriv else activation_scale * s


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t
