# diagnosis: values_in_steps
# points: 2.5
def relu(N, deriv=False):
    if deriv:
        return (np.asarray(N) > 0).astype(float)
    return np.vectorize(lambda n: n if n > 0 else 0)(N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-N))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    t = np.tanh(N)
    return activation_scale * (1 - t**2) if deriv else activation_scale * t
