# diagnosis: two_results
# points: 0
def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    weights = [W]
    for _ in range(n_steps):
        weights.append(weights[-1] - eta * derivative(weights[-1]))
    return np.array(weights), weights[-1]
