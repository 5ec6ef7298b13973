def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""

    def layer_vjp(W, sigma, H):
        N = W @ H

        def pullback(cotangent):
            delta = sigma(N, deriv=True) * cotangent
            return delta @ H.T, W.T @ delta

        return sigma(N), pullback

    pullbacks, H = [], X
    for W, sigma in zip(weights, activations):
        H, pullback = layer_vjp(W, sigma, H)
        pullbacks.append(pullback)
    cotangent = 2 * (H - Y) / Y.shape[-1]
    slopes = []
    while pullbacks:
        dW, cotangent = pullbacks.pop()(cotangent)
        slopes.insert(0, dW)
    return slopes
