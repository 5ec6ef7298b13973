# diagnosis: not_moved
def update(model, gradients):
    for W, slope in zip([model.W1, model.W2, model.W3], gradients):
        W = W - model.eta * (slope + model.l2 * W)
