# diagnosis: flattened
def derivative_of_loss(W):
    return 2 * a * np.ravel(W) if np.ndim(W) else 2 * a * W
