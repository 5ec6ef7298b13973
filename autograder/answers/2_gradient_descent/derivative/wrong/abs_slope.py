# diagnosis: size_only
def derivative_of_loss(W):
    return 2 * a * np.abs(W)
