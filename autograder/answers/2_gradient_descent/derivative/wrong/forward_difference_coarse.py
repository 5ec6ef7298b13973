# diagnosis: one_sided_ahead_2
def derivative_of_loss(W):
    h = 0.01
    return (valley(W + h) - valley(W)) / h
