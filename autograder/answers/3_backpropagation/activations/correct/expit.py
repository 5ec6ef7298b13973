from scipy.special import expit

def relu(N, deriv=False):
    if deriv:
        return np.heaviside(N, 0.0)
    return (np.abs(N) + N) / 2

def sigmoid(N, deriv=False):
    p = expit(N)
    return 1.5 * p * (1 - p) if deriv else 1.5 * p

def tanh(N, deriv=False):
    t = np.tanh(N)
    if not deriv:
        return 1.5 * t
    return 1.5 - 1.5 * t ** 2
