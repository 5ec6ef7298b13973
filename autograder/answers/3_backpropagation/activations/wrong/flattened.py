# diagnosis: wrong_shape
import math


def relu(N, deriv=False):
    return [float(n > 0) if deriv else max(0.0, n) for n in np.ravel(N)]


def sigmoid(N, deriv=False):
    s = [activation_scale / (1 + math.exp(-n)) for n in np.ravel(N)]
    return [x * (1 - x / activation_scale) for x in s] if deriv else s


def tanh(N, deriv=False):
    t = [activation_scale * math.tanh(n) for n in np.ravel(N)]
    return [activation_scale - x * x / activation_scale for x in t] if deriv else t
