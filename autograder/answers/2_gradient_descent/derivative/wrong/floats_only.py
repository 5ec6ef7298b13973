# diagnosis: raised
def derivative_of_loss(W):
    if isinstance(W, float):
        return 2 * a * W
    return np.array([derivative_of_loss(float(w)) if np.ndim(w) == 0 else derivative_of_loss(w) for w in W])
