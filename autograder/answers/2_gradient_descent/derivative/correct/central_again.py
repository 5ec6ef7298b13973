def derivative_of_loss(W):
    return central_difference(valley, W)
