# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    if np.ndim(W) == 0:
        path = [W]
        for _ in range(n_steps):
            path.append(path[-1] - eta * derivative(path[-1]))
        return np.array(path)
    walks = [gradient_descent(derivative, w, eta, n_steps) for w in W]
    return np.stack(walks, axis=1)
