# diagnosis: uphill
def update(model, gradients):
    for W, dLdW in zip((model.W1, model.W2, model.W3), gradients):
        W += model.eta * (dLdW - model.l2 * W)
