# diagnosis: wrong_value
def derivative_of_loss(W):
    h = 1e-13
    return (valley(W + h) - valley(W - h)) / (2 * h)
