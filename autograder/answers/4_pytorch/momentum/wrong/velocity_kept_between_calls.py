# diagnosis: not_repeatable
def momentum_descent(derivative, W, eta, beta, n_steps, memory={"V": 0.0}):
    """All weights that gradient descent with momentum visits, the start first."""
    W = np.array(W, dtype=float)
    path = [W]
    if np.shape(memory["V"]) != W.shape:
        memory["V"] = np.zeros(W.shape)
    for _ in range(n_steps):
        memory["V"] = beta * memory["V"] - eta * derivative(W)
        W = W + memory["V"]
        path.append(W)
    return np.array(path)
