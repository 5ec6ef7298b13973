def relu(N, deriv=False):
    return np.greater(N, 0) if deriv else np.where(np.greater(N, 0), N, 0)

def sigmoid(N, deriv=False):
    a = 1.5
    e = np.exp(-1.0 * np.asarray(N))
    return a * e / (1 + e) ** 2 if deriv else a / (1 + e)

def tanh(N, deriv=False):
    a = 1.5
    return a / np.cosh(N) ** 2 if deriv else a * np.tanh(N)
