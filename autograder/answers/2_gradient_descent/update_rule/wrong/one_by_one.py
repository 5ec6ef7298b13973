# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    if np.ndim(W) > 0:
        return np.stack([gradient_descent(derivative, w, eta, n_steps) for w in W], axis=1)
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
