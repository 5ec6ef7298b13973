# diagnosis: value_not_slope
# points: 1.5
def relu(N, deriv=False):
    """max(0, n)"""
    return np.maximum(N, 0)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n))"""
    return activation_scale / (1 + np.exp(-N))


def tanh(N, deriv=False):
    """a tanh(n)"""
    return activation_scale * np.tanh(N)
