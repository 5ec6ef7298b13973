def relu(N, deriv=False):
    N = np.asarray(N)
    return np.where(N > 0, 1.0, 0.0) if deriv else np.where(N > 0, N, 0)

def sigmoid(N, deriv=False):
    a = activation_scale
    e = np.exp(-np.asarray(N, dtype=float))
    return a * e / (1 + e)**2 if deriv else a / (1 + e)

def tanh(N, deriv=False):
    a = activation_scale
    N = np.asarray(N, dtype=float)
    return a / np.cosh(N)**2 if deriv else a * np.tanh(N)
