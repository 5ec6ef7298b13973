def update(model, gradients):
    keep = 1 - model.eta * model.l2
    g1, g2, g3 = gradients
    model.W1 = keep * model.W1 - model.eta * g1
    model.W2 = keep * model.W2 - model.eta * g2
    model.W3 = keep * model.W3 - model.eta * g3
