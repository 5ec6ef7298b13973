# diagnosis: steep_ground
def gradient_descent(derivative, W, eta, n_steps):
    path = [W]
    for k in range(n_steps):
        change = -eta * derivative(W)
        if np.max(np.abs(change)) < 1e-2:
            path += [W] * (n_steps - k)
            break
        W = W + change
        path.append(W)
    return np.array(path)
