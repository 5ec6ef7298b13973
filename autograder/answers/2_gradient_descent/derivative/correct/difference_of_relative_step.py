def derivative_of_loss(W):
    h = np.where(np.asarray(W) == 0, 1e-12, 4e-6 * np.abs(W))
    return ((valley(W + h) - valley(W)) / h)[()]
