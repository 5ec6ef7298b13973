# diagnosis: last_only
def gradient_descent(derivative, W, eta, n_steps):
    for _ in range(n_steps):
        W = W - eta * derivative(W)
    return W
