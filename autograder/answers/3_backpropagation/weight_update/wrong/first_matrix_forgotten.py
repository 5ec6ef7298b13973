# diagnosis: not_moved
# points: 0.75
def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    model.W3 = model.W3 - model.eta * (dLdW3 + model.l2 * model.W3)
    model.W2 = model.W2 - model.eta * (dLdW2 + model.l2 * model.W2)
