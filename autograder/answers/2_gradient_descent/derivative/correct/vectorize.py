@np.vectorize
def _one(w):
    return 2.0 * a * w

def derivative_of_loss(W):
    return _one(W)
