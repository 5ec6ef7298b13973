# diagnosis: raised
def derivative_of_loss(W):
    if isinstance(W, float):
        return 2 * a * W
    return np.array([2 * a * w for w in W])
