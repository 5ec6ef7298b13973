# diagnosis: transposed
def derivative_of_loss(W):
    return 2 * a * np.transpose(W)
