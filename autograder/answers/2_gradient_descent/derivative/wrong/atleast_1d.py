# diagnosis: wrong_shape
# points: 1
def derivative_of_loss(W):
    W = np.atleast_1d(W)
    return 2 * a * W
