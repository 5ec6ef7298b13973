# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    if n_steps == 0:
        return np.array([W])
    rest = gradient_descent(derivative, W - eta * derivative(W), eta, n_steps - 1)
    return np.concatenate([np.array([W]), rest])
