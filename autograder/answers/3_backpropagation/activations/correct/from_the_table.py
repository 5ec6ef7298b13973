def relu(N, deriv=False):
    if deriv == True:
        return 1.0 * (np.asarray(N) > 0)
    else:
        return N * (N > 0)


def sigmoid(N, deriv=False):
    if deriv == True:
        return activation_scale * np.exp(-N) / (1 + np.exp(-N)) ** 2
    else:
        return activation_scale * 1 / (1 + np.exp(-N))


def tanh(N, deriv=False):
    if deriv == True:
        return activation_scale / np.cosh(N) ** 2
    else:
        return activation_scale * (np.exp(N) - np.exp(-N)) / (np.exp(N) + np.exp(-N))
