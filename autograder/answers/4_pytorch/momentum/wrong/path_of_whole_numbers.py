# diagnosis: whole_in_the_end
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    visited = np.zeros((n_steps + 1, *np.shape(W)), dtype=np.asarray(W).dtype)
    visited[0] = W
    for k in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        visited[k + 1] = W
    return visited
