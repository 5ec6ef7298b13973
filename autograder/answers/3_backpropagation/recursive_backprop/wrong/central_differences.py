# diagnosis: by_differences
# points: 0.5
def recursive_gradients(weights, activations, X, Y):
    def loss_of(weights):
        H = X
        for W, activation in zip(weights, activations):
            H = activation(W @ H)
        return np.sum((H - Y) ** 2) / X.shape[1]

    found = []
    for k, W in enumerate(weights):
        slopes = np.zeros(W.shape)
        for place in np.ndindex(W.shape):
            losses = []
            for nudge in (1e-5, -1e-5):
                nudged = W.copy()
                nudged[place] += nudge
                losses.append(loss_of([*weights[:k], nudged, *weights[k + 1 :]]))
            slopes[place] = (losses[0] - losses[1]) / 2e-5
        found.append(slopes)
    return found
