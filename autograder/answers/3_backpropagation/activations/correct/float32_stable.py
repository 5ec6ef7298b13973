def relu(N, deriv=False):
    n = np.float32(N)
    return np.float32(1) * (n > 0) if deriv else np.maximum(n, np.float32(0))


def sigmoid(N, deriv=False):
    n = np.float32(N)
    up, down = 1 / (1 + np.exp(-n)), 1 / (1 + np.exp(n))
    return np.float32(activation_scale) * up * down if deriv else np.float32(activation_scale) * up


def tanh(N, deriv=False):
    n = np.float32(N)
    a = np.float32(activation_scale)
    return a / np.cosh(n) ** 2 if deriv else a * np.tanh(n)
