# diagnosis: square_kept
def derivative_of_loss(W):
    return 2 * a * W**2
