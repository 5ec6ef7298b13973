# diagnosis: wrong_value
def derivative_of_loss(W):
    """The slope of L(W) = a W²."""
    return 2 * a * np.array(W, dtype=int)
