# diagnosis: square_kept
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return 2 * a * W ** 2
