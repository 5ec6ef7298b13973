def derivative_of_loss(weights):
    once = a * weights
    return once + once
