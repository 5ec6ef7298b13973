import math

def _each(f):
    return np.vectorize(f, otypes=[float])

def relu(N, deriv=False):
    if deriv:
        return _each(lambda n: 1.0 if n > 0 else 0.0)(N)
    return _each(lambda n: n if n > 0 else 0.0)(N)

def sigmoid(N, deriv=False):
    def s(n):
        return activation_scale / (1 + math.exp(-n))
    if deriv:
        return _each(lambda n: s(n) * (1 - s(n) / activation_scale))(N)
    return _each(s)(N)

def tanh(N, deriv=False):
    if deriv:
        return _each(lambda n: activation_scale * (1 - math.tanh(n) ** 2))(N)
    return _each(lambda n: activation_scale * math.tanh(n))(N)
