# diagnosis: twice
def derivative_of_loss(W):
    h = 1e-5
    return (valley(W + h) - valley(W - h)) / h
