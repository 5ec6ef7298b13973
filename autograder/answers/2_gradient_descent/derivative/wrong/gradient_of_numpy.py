# diagnosis: between_elements
def derivative_of_loss(W):
    return np.gradient(valley(W)) if np.ndim(W) else 2 * a * W
