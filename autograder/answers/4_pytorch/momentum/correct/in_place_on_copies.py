def momentum_descent(derivative, W, eta, beta, n_steps):
    here = np.array(W, dtype=float)
    V = np.zeros_like(here)
    path = [here.copy()]
    for _ in range(n_steps):
        V *= beta
        V -= eta * derivative(here.copy())
        here += V
        path.append(here.copy())
    return np.array(path)
