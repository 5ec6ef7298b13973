# diagnosis: flattened
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    return np.array([2 * a * w for w in np.ravel(W)])
