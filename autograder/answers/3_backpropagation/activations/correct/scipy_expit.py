from scipy.special import expit


def relu(N, deriv=False):
    N = np.array(N, dtype=float)
    if deriv:
        return np.heaviside(N, 0.0)
    return np.clip(N, 0, None)


def sigmoid(N, deriv=False):
    N = np.array(N, dtype=float)
    return activation_scale * (expit(N) * expit(-N) if deriv else expit(N))


def tanh(N, deriv=False):
    # tanh is a shifted sigmoid
    t = 2 * expit(2 * np.array(N, dtype=float)) - 1
    return activation_scale * ((1 - t) * (1 + t) if deriv else t)
