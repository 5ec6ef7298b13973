# diagnosis: coupled
def gradient_descent(derivative, W, eta, n_steps):
    W = np.array(W, dtype=float)
    path = [W.copy()]
    for _ in range(n_steps):
        W = W.copy()
        for k in np.ndindex(W.shape):
            W[k] = W[k] - eta * np.asarray(derivative(W))[k]
        path.append(W.copy())
    return np.array(path)
