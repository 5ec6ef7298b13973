# diagnosis: small_is_zero
def derivative_of_loss(W):
    return np.where(np.isclose(W, 0), 0.0, 2 * a * np.asarray(W))[()]
