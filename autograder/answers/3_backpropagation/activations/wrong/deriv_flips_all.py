# diagnosis: always_one_at_the_kink_too
def relu(N, deriv=False):
    if deriv:
        return np.full(np.shape(N), 1.0 if np.any(N > 0) else 0.0)
    return np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
