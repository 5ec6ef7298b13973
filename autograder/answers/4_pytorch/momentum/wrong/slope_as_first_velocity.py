# diagnosis: begins_with_the_slope
def momentum_descent(derivative, W, eta, beta, n_steps):
    path, V = [W], derivative(W)
    for _ in range(n_steps):
        V = beta * V - eta * derivative(path[-1])
        path.append(path[-1] + V)
    return np.array(path)
