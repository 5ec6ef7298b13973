# diagnosis: slope_not_renewed
# points: 1
def gradient_descent(derivative, W, eta, n_steps):
    slope = derivative(W)
    path = [W]
    for _ in range(n_steps):
        W = W - eta * slope
        path.append(W)
    return np.array(path)
