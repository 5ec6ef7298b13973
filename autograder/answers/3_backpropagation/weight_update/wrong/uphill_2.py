# diagnosis: uphill_and_away
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        W += model.eta * (slope + model.l2 * W)
