# diagnosis: loss_itself
def derivative_of_loss(W):
    return valley(W)
