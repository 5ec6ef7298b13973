# diagnosis: size_only
def derivative_of_loss(W):
    return np.abs(2 * a * W)
