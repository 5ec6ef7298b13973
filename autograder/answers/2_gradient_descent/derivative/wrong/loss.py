# diagnosis: loss_itself
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return valley(W)
