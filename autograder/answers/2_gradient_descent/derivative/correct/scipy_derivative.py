def derivative_of_loss(W):
    h = 1e-5
    slope = (valley(np.asarray(W, dtype=float) + h) - valley(np.asarray(W, dtype=float) - h)) / (2 * h)
    return slope if np.ndim(W) else float(slope)
