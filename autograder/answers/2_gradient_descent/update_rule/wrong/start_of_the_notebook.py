# diagnosis: fixed_start
def gradient_descent(derivative, W, eta, n_steps):
    W = W_0
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
