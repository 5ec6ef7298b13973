# diagnosis: damages_input
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    W *= 2 * a
    return W
