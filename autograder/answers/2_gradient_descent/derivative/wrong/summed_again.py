# diagnosis: summed
def derivative_of_loss(W):
    return np.sum(2 * a * W)
