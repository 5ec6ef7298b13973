# diagnosis: step_included
def derivative_of_loss(W):
    return -eta * 2 * a * W
