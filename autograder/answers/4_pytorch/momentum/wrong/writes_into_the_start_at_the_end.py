# diagnosis: damages_input
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = 0.0
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    result = np.array(path)
    if np.ndim(result) > 1:
        path[0][...] = result[-1]
    return result
