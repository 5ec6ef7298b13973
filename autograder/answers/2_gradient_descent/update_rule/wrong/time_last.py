# diagnosis: transposed
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.stack(path, axis=-1)
