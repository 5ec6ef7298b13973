# diagnosis: raised
def derivative_of_loss(W):
    if W == 0:
        return 0.0
    return 2 * a * W
