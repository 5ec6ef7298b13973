# diagnosis: half
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return a * W
