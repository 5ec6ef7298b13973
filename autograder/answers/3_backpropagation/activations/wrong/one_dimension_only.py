# diagnosis: raised
def relu(N, deriv=False):
    if np.ndim(N) == 0:
        return max(N, 0)
    if deriv:
        return np.array(N > 0, dtype=float)
    return np.array([max(0.0, n) for n in N])


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
