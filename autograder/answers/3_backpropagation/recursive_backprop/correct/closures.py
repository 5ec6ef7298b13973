def recursive_gradients(weights, activations, X, Y):
    """The slopes of the loss for each matrix of a network of any depth."""
    pullbacks = []
    H = X
    for W, s in zip(weights, activations, strict=True):
        N = W @ H

        def pull(blame, W=W, H=H, slope=s(N, deriv=True)):
            C = slope * blame
            return C @ H.T, W.T @ C

        pullbacks.append(pull)
        H = s(N)
    blame = (H - Y) * 2 / Y.shape[1]
    slopes = []
    while pullbacks:
        slope, blame = pullbacks.pop()(blame)
        slopes.insert(0, slope)
    return slopes
