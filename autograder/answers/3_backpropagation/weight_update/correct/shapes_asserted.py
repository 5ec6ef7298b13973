def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    assert dLdW1.shape == model.W1.shape and dLdW2.shape == model.W2.shape
    assert dLdW3.shape == model.W3.shape and len(dLdW3) == 2
    old = [model.W1.copy(), model.W2.copy(), model.W3.copy()]
    model.W1, model.W2, model.W3 = [W - model.eta * (s + model.l2 * W) for W, s in zip(old, gradients)]
    return model
