# diagnosis: start_stepped_over
def gradient_descent(derivative, W, eta, n_steps):
    path = []
    for step in range(n_steps + 1):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
