def relu(N, deriv=False):
    out = np.array(N, dtype=float, copy=True)
    negative = out <= 0
    if deriv:
        out = np.ones_like(out)
    out[negative] = 0
    return out


def sigmoid(N, deriv=False):
    out = np.divide(activation_scale, 1 + np.exp(np.negative(np.array(N, dtype=float))))
    if deriv:
        out *= 1 - out / activation_scale
    return out


def tanh(N, deriv=False):
    if deriv:
        return activation_scale - tanh(N) ** 2 / activation_scale
    return activation_scale * np.tanh(N)
