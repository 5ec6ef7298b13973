# diagnosis: constant_slope
def derivative_of_loss(W):
    return 2 * a * W_0
