# diagnosis: start_missing
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    path = []
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
