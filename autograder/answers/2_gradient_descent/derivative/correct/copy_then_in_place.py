def derivative_of_loss(W):
    result = np.array(W, dtype=float, copy=True)
    result *= 2 * a
    return result
