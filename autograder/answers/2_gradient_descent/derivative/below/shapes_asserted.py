as_it_was = derivative_of_loss


def derivative_of_loss(W):
    slope = as_it_was(W)
    assert np.shape(slope) == np.shape(W)
    return slope
