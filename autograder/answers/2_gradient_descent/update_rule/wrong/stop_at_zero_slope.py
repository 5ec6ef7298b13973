# diagnosis: stops_at_rest
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        slope = derivative(W)
        if np.all(slope == 0):
            break
        W = W - eta * slope
        path.append(W)
    return np.array(path)
