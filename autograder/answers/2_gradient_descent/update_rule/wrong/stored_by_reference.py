# diagnosis: aliased
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    W = np.array(W, dtype=float)
    path = [W]
    for _ in range(n_steps):
        W -= eta * derivative(W)
        path.append(W)
    return np.array(path)
