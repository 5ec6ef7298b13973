def derivative_of_loss(W):
    if np.isscalar(W):
        return 2 * a * W
    slopes = np.zeros(np.shape(W))
    for index, w in np.ndenumerate(W):
        slopes[index] = 2 * a * w
    return slopes
