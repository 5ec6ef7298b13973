# diagnosis: fixed_n_steps
steps_here = n_steps


def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for _ in range(steps_here):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
