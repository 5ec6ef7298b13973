# diagnosis: between_elements
def derivative_of_loss(W):
    if np.ndim(W) == 0:
        return 2 * a * W
    return np.gradient(valley(W))
