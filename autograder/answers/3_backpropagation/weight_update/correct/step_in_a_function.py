def stepped(W, slope, eta, l2):
    change = -eta * (slope + l2 * W)
    return W + change


def update(model, gradients):
    new = [stepped(W, slope, model.eta, model.l2) for W, slope in zip((model.W1, model.W2, model.W3), gradients)]
    model.W1, model.W2, model.W3 = new
