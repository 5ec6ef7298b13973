# diagnosis: half
def derivative_of_loss(W):
    return a * W
