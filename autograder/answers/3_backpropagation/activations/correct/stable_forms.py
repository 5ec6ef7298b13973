def relu(N, deriv=False):
    """Rectifier or its slope (0 at the kink)."""
    if deriv:
        return np.heaviside(N, 0.0)
    return 0.5 * (N + np.abs(N))


def sigmoid(N, deriv=False):
    """Stretched logistic function, by way of exp(-|n|)."""
    small = np.exp(-np.abs(N))
    if deriv:
        return activation_scale * small / (1 + small) ** 2
    return activation_scale * np.where(np.asarray(N) >= 0, 1.0, small) / (1 + small)


def tanh(N, deriv=False):
    """Stretched hyperbolic tangent."""
    if deriv:
        return activation_scale / np.cosh(N) ** 2
    return activation_scale * np.tanh(N)
