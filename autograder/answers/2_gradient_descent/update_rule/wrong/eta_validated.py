# diagnosis: raised
def gradient_descent(derivative, W, eta, n_steps):
    if not 0 < eta < 1:
        raise ValueError("eta must lie between 0 and 1")
    path = [W]
    for _ in range(n_steps):
        W = W - eta * derivative(W)
        path.append(W)
    return np.array(path)
