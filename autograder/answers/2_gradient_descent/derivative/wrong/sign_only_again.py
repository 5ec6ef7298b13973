# diagnosis: wrong_value
def derivative_of_loss(W):
    return 2 * a * np.sign(W)
