# diagnosis: rate_decays
def gradient_descent(derivative, W, eta, n_steps):
    weights = [W]
    for k in range(n_steps):
        weights.append(weights[-1] - eta / (1 + k / 10) * derivative(weights[-1]))
    return np.array(weights)
