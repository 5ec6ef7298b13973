# diagnosis: raised
def derivative_of_loss(W):
    return float(2 * a * W)
