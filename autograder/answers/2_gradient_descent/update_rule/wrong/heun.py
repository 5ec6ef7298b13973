# diagnosis: two_slopes
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        ahead = W - eta * slope
        W = W - eta * (slope + derivative(ahead)) / 2
        path.append(W)
    return np.array(path)
