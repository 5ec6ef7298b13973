def update(model, gradients):
    dLdW1, dLdW2, dLdW3 = gradients
    for W, slope in ((model.W1, dLdW1), (model.W2, dLdW2), (model.W3, dLdW3)):
        W *= 1 - model.eta * model.l2
        W -= model.eta * slope
