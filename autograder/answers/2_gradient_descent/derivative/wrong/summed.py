# diagnosis: summed
# points: 1
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return np.sum(2 * a * W)
