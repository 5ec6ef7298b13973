def relu(N, deriv=False):
    return 1.0 * (N > 0) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    up, down = np.exp(N), np.exp(-N)
    t = (up - down) / (up + down)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
