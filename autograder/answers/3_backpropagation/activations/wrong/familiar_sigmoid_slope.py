# diagnosis: unstretched_formula
def relu(N, deriv=False):
    return (N > 0) * 1.0 if deriv else np.maximum(0, N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    if deriv:
        return s * (1 - s)
    return s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
