# diagnosis: wrong_shape
def gradients(model, Y_true):
    model.W1 = model.W2 = model.W3 = 0.0
    return 0.0, 0.0, 0.0
