def derivative_of_loss(W):
    return np.multiply(W, 2.0 * a)
