# diagnosis: wrong_shape
def derivative_of_loss(W):
    return np.atleast_1d(2 * a * np.asarray(W, dtype=float))
