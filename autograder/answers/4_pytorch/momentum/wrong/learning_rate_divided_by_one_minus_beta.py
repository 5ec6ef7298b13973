# diagnosis: divided
# points: 0.75
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta / (1 - beta) * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)
