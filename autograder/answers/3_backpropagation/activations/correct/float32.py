def relu(N, deriv=False):
    x = np.asarray(N).astype(np.float32)
    return (x > 0).astype(np.float32) if deriv else x * (x > 0)


def sigmoid(N, deriv=False):
    x = np.asarray(N).astype(np.float32)
    s = np.float32(activation_scale) / (1 + np.exp(-x))
    return s - s * s / np.float32(activation_scale) if deriv else s


def tanh(N, deriv=False):
    x = np.asarray(N).astype(np.float32)
    t = np.float32(activation_scale) * np.tanh(x)
    return np.float32(activation_scale) - t**2 / np.float32(activation_scale) if deriv else t
