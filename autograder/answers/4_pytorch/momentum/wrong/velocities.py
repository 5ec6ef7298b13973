# diagnosis: velocities_too
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [V]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(V)
    return np.array(path)
