# diagnosis: plain
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        path.append(path[-1] + beta * V - eta * derivative(path[-1]))
    return np.array(path)
