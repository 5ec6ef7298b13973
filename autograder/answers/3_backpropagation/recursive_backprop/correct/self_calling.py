def recursive_gradients(weights, activations, X, Y):
    def sweep(k, H):
        """Slopes of the layers k, k+1, ..., and the blame that arrives at H."""
        if k == len(weights):
            return [], H - Y
        N = weights[k] @ H
        above, blame = sweep(k + 1, activations[k](N))
        C = activations[k](N, deriv=True) * blame
        return [2 / X.shape[1] * C @ H.T] + above, weights[k].T @ C

    return sweep(0, X)[0]
