def derivative_of_loss(W):
    if np.isscalar(W):
        return 2.0 * a * W
    return np.array([2.0 * a * w for w in W.flat]).reshape(W.shape)
