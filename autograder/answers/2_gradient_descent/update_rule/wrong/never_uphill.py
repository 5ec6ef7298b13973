# diagnosis: start_only
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        new = W - eta * derivative(W)
        if np.linalg.norm(derivative(new)) <= np.linalg.norm(derivative(W)):
            W = new
        path.append(W)
    return np.array(path)
