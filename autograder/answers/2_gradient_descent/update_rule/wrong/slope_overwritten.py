# diagnosis: steady_slope
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        slope *= eta
        W = W - slope
        path.append(W)
    return np.array(path)
