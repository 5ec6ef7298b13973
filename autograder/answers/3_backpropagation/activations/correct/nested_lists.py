import math


def _each(f, N):
    N = np.asarray(N, dtype=float).tolist()

    def walk(n):
        return [walk(i) for i in n] if isinstance(n, list) else f(n)

    return np.array(walk(N))


def relu(N, deriv=False):
    return _each((lambda n: float(n > 0)) if deriv else (lambda n: max(0.0, n)), N)


def sigmoid(N, deriv=False):
    if deriv:
        return _each(lambda n: activation_scale * math.exp(-n) / (1 + math.exp(-n)) ** 2, N)
    return _each(lambda n: activation_scale / (1 + math.exp(-n)), N)


def tanh(N, deriv=False):
    if deriv:
        return _each(lambda n: activation_scale / math.cosh(n) ** 2, N)
    return _each(lambda n: activation_scale * math.tanh(n), N)
