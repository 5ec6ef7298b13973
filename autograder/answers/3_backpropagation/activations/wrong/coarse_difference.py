# diagnosis: wrong_value
h = 0.05


def relu(N, deriv=False):
    if deriv:
        return (relu(N + h) - relu(N - h)) / (2 * h)
    return np.maximum(0.0, N)


def sigmoid(N, deriv=False):
    if deriv:
        return (sigmoid(N + h) - sigmoid(N - h)) / (2 * h)
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    if deriv:
        return (tanh(N + h) - tanh(N - h)) / (2 * h)
    return activation_scale * np.tanh(N)
