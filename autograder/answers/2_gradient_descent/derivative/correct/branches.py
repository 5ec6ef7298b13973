def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return float(2 * a * W)
    out = np.empty(np.shape(W), dtype=float)
    for index in np.ndindex(*np.shape(W)):
        out[index] = 2 * a * W[index]
    return out
