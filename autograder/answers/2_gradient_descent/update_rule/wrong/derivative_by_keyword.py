# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    visited = [W]
    for k in range(n_steps):
        W = W - eta * derivative(W=W)
        visited.append(W)
    return np.array(visited)
