# diagnosis: overshooting
def gradient_descent(derivative, W, eta, n_steps):
    eta = min(eta, 1.0)
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
