# diagnosis: one_step_too_many
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(n_steps + 1):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
