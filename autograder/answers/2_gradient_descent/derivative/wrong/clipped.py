# diagnosis: other_weights
def derivative_of_loss(W):
    return np.clip(2 * a * W, -5.0, 5.0)
