def recursive_gradients(weights, activations, X, Y):
    def sweep(weights, activations, H):
        W, sigma = weights[0], activations[0]
        N = W @ H
        if len(weights) == 1:
            C = sigma(N, deriv=True) * (sigma(N) - Y)
            return [C @ H.T * 2 / H.shape[1]], W.T @ C
        slopes, blame = sweep(weights[1:], activations[1:], sigma(N))
        C = sigma(N, deriv=True) * blame
        return [C @ H.T * 2 / H.shape[1]] + slopes, W.T @ C

    return sweep(list(weights), list(activations), X)[0]
