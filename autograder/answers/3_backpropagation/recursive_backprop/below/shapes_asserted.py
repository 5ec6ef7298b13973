_recursive_without_asserts = recursive_gradients


def recursive_gradients(weights, activations, X, Y):
    assert len(weights) == len(activations) > 0
    assert X.shape == (weights[0].shape[1], Y.shape[1]) and Y.shape[0] == weights[-1].shape[0]
    slopes = _recursive_without_asserts(weights, activations, X, Y)
    assert [slope.shape for slope in slopes] == [W.shape for W in weights]
    return slopes
