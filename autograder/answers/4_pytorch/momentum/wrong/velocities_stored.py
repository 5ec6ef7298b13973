# diagnosis: velocities_after_the_start
def momentum_descent(derivative, W, eta, beta, n_steps):
    stored, V = [W], np.zeros(np.shape(W))
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        stored.append(V)
    return np.array(stored)
