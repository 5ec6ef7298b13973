# diagnosis: cut_to_whole_numbers
import math


def _fill(f, N):
    N = np.asarray(N)
    out = np.zeros_like(N)
    for i in np.ndindex(N.shape):
        out[i] = f(N[i])
    return out


def relu(N, deriv=False):
    return _fill((lambda n: n > 0) if deriv else (lambda n: max(0, n)), N)


def sigmoid(N, deriv=False):
    def f(n):
        s = activation_scale / (1 + math.exp(-n))
        return s * (1 - s / activation_scale) if deriv else s

    return _fill(f, N)


def tanh(N, deriv=False):
    return _fill(lambda n: activation_scale * (1 - math.tanh(n) ** 2) if deriv else activation_scale * math.tanh(n), N)
