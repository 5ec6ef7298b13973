def relu(N, deriv=False):
    """max(0, n)"""
    out = np.array(N, dtype=float)  # a copy
    on = out > 0
    if deriv:
        return on.astype(float)[()]
    return (out * on)[()]


def fermi(n):
    return 1 / (1 + np.exp(-n))


def sigmoid(N, deriv=False):
    """a / (1 + exp(-n))"""
    if not deriv:
        return activation_scale * fermi(N)
    return activation_scale * fermi(N) * fermi(-N)


def tanh(N, deriv=False):
    """a tanh(n)"""
    if not deriv:
        return activation_scale * (2 * fermi(2 * N) - 1)
    return 4 * activation_scale * fermi(2 * N) * fermi(-2 * N)
