# diagnosis: fixed_derivative
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative_of_loss(W)
        path.append(W)
    return np.array(path)
