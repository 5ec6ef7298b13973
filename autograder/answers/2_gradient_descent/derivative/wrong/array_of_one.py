# diagnosis: wrong_shape
# points: 1
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return 2 * a * np.atleast_1d(W)
