# diagnosis: one_step_too_many
# points: 1.25
def momentum_descent(derivative, W, eta, beta, n_steps):
    path, V = [W], 0.0
    while len(path) <= n_steps + 1:
        V = beta * V - eta * derivative(path[-1])
        path += [path[-1] + V]
    return np.stack(path)
