# diagnosis: aliased
# points: 1.5
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    here = np.array(W, dtype=float)
    path = [here]
    for _ in range(n_steps):
        here -= eta * derivative(here)
        path.append(here)
    return np.array(path)
