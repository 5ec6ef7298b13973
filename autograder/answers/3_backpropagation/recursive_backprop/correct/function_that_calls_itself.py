def recursive_gradients(weights, activations, X, Y):
    n = X.shape[1]

    def down(k, H):
        """Slopes of the matrices from k on, and what is passed to the layer below."""
        if k == len(weights):
            return [], H - Y
        N = weights[k] @ H
        above, blame = down(k + 1, activations[k](N))
        C = activations[k](N, deriv=True) * blame
        return [2 / n * C @ H.T, *above], weights[k].T @ C

    return down(0, X)[0]
