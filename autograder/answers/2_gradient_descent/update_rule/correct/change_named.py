def gradient_descent(derivative, W, eta, n_steps):
    """All weights that gradient descent visits, the start first."""
    all_weights = []
    weight = W
    for step in range(n_steps + 1):
        all_weights.append(weight)
        delta_W = -eta * derivative(weight)
        weight = weight + delta_W
    return np.array(all_weights)
