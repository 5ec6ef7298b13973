# diagnosis: raised
def each(f, N):
    if np.ndim(N) == 0:
        return f(float(N))
    if N.ndim == 1:
        return np.array([f(n) for n in N])
    rows, columns = N.shape
    return np.array([[f(N[i, j]) for j in range(columns)] for i in range(rows)])


def relu(N, deriv=False):
    return each((lambda n: float(n > 0)) if deriv else (lambda n: max(0.0, n)), N)


def sigmoid(N, deriv=False):
    def s(n):
        return activation_scale / (1 + np.exp(-n))

    return each((lambda n: s(n) * (1 - s(n) / activation_scale)) if deriv else s, N)


def tanh(N, deriv=False):
    return each(
        (lambda n: activation_scale * (1 - np.tanh(n) ** 2)) if deriv else (lambda n: activation_scale * np.tanh(n)), N
    )
