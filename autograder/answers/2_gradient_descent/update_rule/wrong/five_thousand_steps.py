# diagnosis: wrong_shape
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for k in range(min(n_steps, 5000)):
        W = W - eta * derivative(W)
        visited.append(W)
    return np.array(visited)
