def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""

    def sweep(k, H):
        """Slopes of the matrices from k on, and the blame that reaches H."""
        if k == len(weights):
            return [], H - Y
        N = weights[k] @ H
        above, blame = sweep(k + 1, activations[k](N))
        C = activations[k](N, deriv=True) * blame
        return [2 / Y.shape[1] * (C @ H.T), *above], weights[k].T @ C

    return sweep(0, X)[0]
