import math


def each(f, N):
    N = np.asarray(N, dtype=float)
    out = np.empty(N.shape)
    for place in np.ndindex(N.shape):
        out[place] = f(N[place])
    return out


def relu(N, deriv=False):
    return each(lambda n: (1.0 if n > 0 else 0.0) if deriv else max(0.0, n), N)


def sigmoid(N, deriv=False):
    def one(n):
        s = 1 / (1 + math.exp(-n))
        return activation_scale * (s * (1 - s) if deriv else s)

    return each(one, N)


def tanh(N, deriv=False):
    return each(lambda n: activation_scale * (1 - math.tanh(n) ** 2 if deriv else math.tanh(n)), N)
