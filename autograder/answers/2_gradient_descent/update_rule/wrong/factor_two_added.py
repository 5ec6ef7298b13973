# diagnosis: overshooting
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - 2 * eta * derivative(W)
        path.append(W)
    return np.array(path)
