# diagnosis: one_sided_behind_3
def derivative_of_loss(W, h=1e-3):
    return (valley(W) - valley(W - h)) / h
