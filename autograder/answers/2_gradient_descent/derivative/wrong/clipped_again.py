# diagnosis: clipped
def derivative_of_loss(W):
    return np.clip(2 * a * W, -1, 1)
