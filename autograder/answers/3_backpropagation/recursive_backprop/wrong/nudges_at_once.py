# diagnosis: by_differences
# points: 0.5
def recursive_gradients(weights, activations, X, Y):
    """Nudge all weights of a matrix in one product."""
    h, found = 1e-5, []
    for place, W in enumerate(weights):
        losses = []
        for nudge in (h, -h):
            A = X[None]
            for k, (V, activation) in enumerate(zip(weights, activations)):
                A = activation((V + nudge * np.eye(V.size).reshape(V.size, *V.shape) if k == place else V) @ A)
            losses.append(np.sum((A - Y) ** 2, axis=(1, 2)) / X.shape[1])
        found.append(((losses[0] - losses[1]) / (2 * h)).reshape(W.shape))
    return found
