def gradient_descent(derivative, W, eta, n_steps):
    weights, taken = [W], 0
    while taken < n_steps:
        delta = -eta * derivative(W)
        W = W + delta
        weights.append(W)
        taken += 1
    return np.stack(weights)
