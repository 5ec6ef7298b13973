# diagnosis: away_from_zero
def update(model, gradients):
    for name, slope in zip(["W1", "W2", "W3"], gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * slope + model.eta * model.l2 * W)
