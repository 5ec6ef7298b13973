import math


def relu(N, deriv=False):
    one = (lambda n: 1.0 if n > 0 else 0.0) if deriv else (lambda n: float(n) if n > 0 else 0.0)
    return np.vectorize(one, otypes=[float])(N)[()]


def sigmoid(N, deriv=False):
    def value(n):
        return activation_scale / (1.0 + math.exp(-n))

    def slope(n):
        return activation_scale * math.exp(-n) / (1.0 + math.exp(-n)) ** 2

    return np.vectorize(slope if deriv else value, otypes=[float])(N)[()]


def tanh(N, deriv=False):
    def value(n):
        return activation_scale * math.tanh(n)

    def slope(n):
        return activation_scale * (1.0 - math.tanh(n) ** 2)

    return np.vectorize(slope if deriv else value, otypes=[float])(N)[()]
