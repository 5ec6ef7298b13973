_gradients_without_asserts = gradients


def gradients(model, Y_true):
    assert Y_true.shape == (2, model.X.shape[1])
    slopes = _gradients_without_asserts(model, Y_true)
    assert [slope.shape for slope in slopes] == [model.W1.shape, model.W2.shape, model.W3.shape]
    return slopes
