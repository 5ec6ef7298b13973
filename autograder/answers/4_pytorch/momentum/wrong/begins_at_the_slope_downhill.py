# diagnosis: begins_down_the_slope
# points: 0.75
def momentum_descent(derivative, W, eta, beta, n_steps):
    V = -derivative(W)
    path = [W]
    for _ in range(n_steps):
        V = beta * V - eta * derivative(W)
        W = W + V
        path.append(W)
    return np.array(path)
