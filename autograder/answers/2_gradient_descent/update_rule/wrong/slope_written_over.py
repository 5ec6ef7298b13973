# diagnosis: steady_slope
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        change = derivative(W)
        change *= -eta
        W = W + change
        path.append(W)
    return np.array(path)
