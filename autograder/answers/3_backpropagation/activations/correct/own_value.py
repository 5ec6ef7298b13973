a = activation_scale

def relu(N, deriv=False):
    active = N > 0
    return active if deriv else N * active

def sigmoid(N, deriv=False):
    if deriv == True:
        s = sigmoid(N)
        return s - s * s / a
    return a / (1.0 + np.exp(-1.0 * N))

def tanh(N, deriv=False):
    if deriv == True:
        h = tanh(N)
        return a - h * h / a
    return a * np.tanh(N)
