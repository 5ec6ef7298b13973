_gradients_without_asserts = torch_gradients


def torch_gradients(weights, X, Y):
    assert len(weights) == 3 and X.shape[1] == Y.shape[1]
    assert weights[0].shape[1] == X.shape[0] + 1 and weights[2].shape[0] == Y.shape[0]
    slopes = _gradients_without_asserts(weights, X, Y)
    assert [slope.shape for slope in slopes] == [W.shape for W in weights]
    return slopes
