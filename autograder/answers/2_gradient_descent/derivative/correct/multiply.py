def derivative_of_loss(W):
    slope = np.multiply(2.0 * a, W)
    return slope
