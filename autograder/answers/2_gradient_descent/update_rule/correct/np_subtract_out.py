def gradient_descent(derivative, W, eta, n_steps):
    W = np.asarray(W)
    path = np.zeros((1 + n_steps,) + W.shape)
    path[0, ...] = W
    here = W.astype(float)
    for k in range(1, n_steps + 1):
        slope = np.asarray(derivative(here if here.ndim else here.item()), dtype=float)
        here = np.subtract(here, eta * slope)
        path[k, ...] = here
    return path
