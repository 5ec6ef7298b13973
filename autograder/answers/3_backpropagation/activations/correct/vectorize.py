import math


def relu(N, deriv=False):
    f = (lambda n: 1.0 if n > 0 else 0.0) if deriv else (lambda n: n if n > 0 else 0.0)
    return np.vectorize(f, otypes=[float])(N)


def sigmoid(N, deriv=False):
    def one(n):
        s = activation_scale / (1 + math.exp(-n))
        return s * (1 - s / activation_scale) if deriv else s

    return np.vectorize(one, otypes=[float])(N)


def tanh(N, deriv=False):
    def one(n):
        t = math.tanh(n)
        return activation_scale * (1 - t * t) if deriv else activation_scale * t

    return np.vectorize(one, otypes=[float])(N)
