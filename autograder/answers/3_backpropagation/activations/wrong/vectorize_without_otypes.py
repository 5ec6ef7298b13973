# diagnosis: whole_numbers or step
def relu(N, deriv=False):
    if deriv:
        return np.vectorize(lambda n: 1 if n > 0 else 0)(N)
    return np.vectorize(lambda n: max(0, n))(N)


def sigmoid(N, deriv=False):
    s = activation_scale / (1 + np.exp(-1.0 * np.asarray(N)))
    return s * (1 - s / activation_scale) if deriv else s


def tanh(N, deriv=False):
    return activation_scale * (1 - np.tanh(N) ** 2) if deriv else activation_scale * np.tanh(N)
