# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    W = np.array(W, dtype=float)
    path = [W.copy()]
    for _ in range(n_steps):
        new = W.copy()
        for k in np.ndindex(W.shape):
            new[k] = W[k] - eta * derivative(W[k])
        W = new
        path.append(W)
    return np.array(path)
