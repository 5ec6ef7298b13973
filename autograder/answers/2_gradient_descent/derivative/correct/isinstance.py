def derivative_of_loss(W):
    if isinstance(W, np.ndarray):
        result = W.copy().astype(float)
        result *= 2 * a
        return result
    else:
        return 2 * a * W
