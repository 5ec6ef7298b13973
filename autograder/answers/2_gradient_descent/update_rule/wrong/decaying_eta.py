# diagnosis: uneven
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for k in range(n_steps):
        W = W - eta / (1 + 0.01 * k) * derivative(W)
        path.append(W)
    return np.array(path)
