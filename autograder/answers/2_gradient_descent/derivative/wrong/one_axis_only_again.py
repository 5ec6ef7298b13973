# diagnosis: raised
def derivative_of_loss(W):
    W = np.asarray(W)
    if W.ndim > 1:
        raise ValueError("W must be one-dimensional")
    return 2 * a * W
