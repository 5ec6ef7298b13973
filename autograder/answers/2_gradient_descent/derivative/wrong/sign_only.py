# diagnosis: sign_of_slope
def derivative_of_loss(W):
    return np.sign(2 * a * W)
