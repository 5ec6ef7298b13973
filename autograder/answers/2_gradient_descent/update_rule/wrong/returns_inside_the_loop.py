# diagnosis: first_step_only
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        visited.append(W)
        return np.array(visited)
