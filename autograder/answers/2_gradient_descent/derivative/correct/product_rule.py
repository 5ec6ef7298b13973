def derivative_of_loss(W):
    copy = np.array(W, dtype=np.float64)
    copy *= 2 * a
    return copy[()]
