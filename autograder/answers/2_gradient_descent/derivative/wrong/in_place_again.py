# diagnosis: damages_input
def derivative_of_loss(W):
    W *= 2 * a
    return W
