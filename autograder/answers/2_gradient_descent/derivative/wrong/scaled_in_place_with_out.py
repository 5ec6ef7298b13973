# diagnosis: damages_input
def derivative_of_loss(W):
    return np.multiply(W, 2 * a, out=W) if isinstance(W, np.ndarray) and W.dtype == float else 2 * a * W
