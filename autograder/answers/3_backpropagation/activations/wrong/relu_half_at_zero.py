# diagnosis: half_at_the_kink
def relu(N, deriv=False):
    return np.heaviside(N, 0.5) if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    return activation_scale / np.cosh(N) ** 2 if deriv else activation_scale * np.tanh(N)
