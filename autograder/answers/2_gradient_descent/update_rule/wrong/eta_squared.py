# diagnosis: eta_squared
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        delta = -eta * derivative(W)
        W = W + eta * delta
        path.append(W)
    return np.array(path)
