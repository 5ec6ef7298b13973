def relu(N, deriv=False):
    return np.heaviside(N, 0.0) if deriv else np.clip(N, 0, None)


def sigmoid(N, deriv=False):
    half = np.tanh(np.asarray(N) / 2)
    return activation_scale / 4 * (1 - half**2) if deriv else activation_scale / 2 * (1 + half)


def tanh(N, deriv=False):
    t = np.tanh(N)
    if deriv:
        return activation_scale * (1 - t**2)
    return activation_scale * t
