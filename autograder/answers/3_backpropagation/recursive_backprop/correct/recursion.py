def recursive_gradients(weights, activations, X, Y):
    n_moments = X.shape[1]

    def sweep(k, H):
        """Error that comes down to layer k's input, and the slopes of the matrices from k on."""
        if k == len(weights):
            return H - Y, []
        N = weights[k] @ H
        error_above, slopes = sweep(k + 1, activations[k](N))
        C = activations[k](N, deriv=True) * error_above
        return weights[k].T @ C, [2 / n_moments * C @ H.T] + slopes

    return sweep(0, X)[1]
