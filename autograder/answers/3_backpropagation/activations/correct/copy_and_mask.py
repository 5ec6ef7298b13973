def relu(N, deriv=False):
    out = np.array(N, dtype=float)
    out[out < 0] = 0
    if deriv:
        out[out > 0] = 1
    return out

def sigmoid(N, deriv=False):
    out = np.array(N, dtype=float)
    out = 1 / (1 + np.exp(-out))
    if deriv:
        out = out * (1 - out)
    return activation_scale * out

def tanh(N, deriv=False):
    t = 2 / (1 + np.exp(-2 * np.array(N, dtype=float))) - 1
    return activation_scale * (1 - t * t) if deriv else activation_scale * t
