# diagnosis: sign_flipped
def derivative_of_loss(W):
    return -2 * a * W
