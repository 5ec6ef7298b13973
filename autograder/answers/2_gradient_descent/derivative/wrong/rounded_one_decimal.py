# diagnosis: rounded
def derivative_of_loss(W):
    return np.round(2 * a * W, 1)
