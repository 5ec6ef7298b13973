def update(model, gradients):
    model.W1 = model.W1 - model.eta * gradients[0] - model.eta * model.l2 * model.W1
    model.W2 = model.W2 - model.eta * gradients[1] - model.eta * model.l2 * model.W2
    model.W3 = model.W3 - model.eta * gradients[2] - model.eta * model.l2 * model.W3
    return model
