# diagnosis: eta_included
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return eta * 2 * a * W
