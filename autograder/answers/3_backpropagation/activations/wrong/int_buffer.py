# diagnosis: cut_to_whole_numbers
def elementwise(f, N):
    if np.ndim(N) == 0:
        return f(N)
    out = np.zeros_like(N)
    for index in np.ndindex(N.shape):
        out[index] = f(N[index])
    return out


def relu(N, deriv=False):
    return elementwise((lambda n: 1.0 * (n > 0)) if deriv else (lambda n: max(0, n)), N)


def sigmoid(N, deriv=False):
    def s(n):
        return activation_scale / (1 + np.exp(-n))

    return elementwise((lambda n: s(n) * (1 - s(n) / activation_scale)) if deriv else s, N)


def tanh(N, deriv=False):
    def t(n):
        return activation_scale * np.tanh(n)

    return elementwise((lambda n: activation_scale - t(n) ** 2 / activation_scale) if deriv else t, N)
