_update_without_asserts = update


def update(model, gradients):
    before = [W.shape for W in (model.W1, model.W2, model.W3)]
    assert [slope.shape for slope in gradients] == before and before[2][0] == 2
    _update_without_asserts(model, gradients)
    assert [W.shape for W in (model.W1, model.W2, model.W3)] == before
