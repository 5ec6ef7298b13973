# diagnosis: not_attempted
# points: 1
def relu(N, deriv=False):
    """max(0, n)"""
    return (N > 0) * 1.0 if deriv else np.maximum(N, 0)


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n))"""
    raise NotImplementedError


def tanh(N, deriv=False):
    """a tanh(n)"""
    raise NotImplementedError
