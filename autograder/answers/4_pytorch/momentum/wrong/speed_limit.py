# diagnosis: velocity_cut_at_1
def momentum_descent(derivative, W, eta, beta, n_steps):
    path, V = [W], 0.0
    for _ in range(n_steps):
        V = beta * V - eta * derivative(path[-1])
        V = np.maximum(np.minimum(V, 1.0), -1.0)
        path.append(path[-1] + V)
    return np.array(path)
