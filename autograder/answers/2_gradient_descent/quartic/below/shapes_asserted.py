as_it_was = quartic_derivative


def quartic_derivative(W):
    slope = as_it_was(W)
    assert np.shape(slope) == np.shape(W)
    return slope


assert np.shape(W_stuck) == np.shape(W_best) == ()
