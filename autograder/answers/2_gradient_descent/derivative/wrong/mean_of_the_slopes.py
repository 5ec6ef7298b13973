# diagnosis: averaged
def derivative_of_loss(W):
    return np.mean(2 * a * W)
