# diagnosis: damages_slopes
def update(model, gradients):
    for name, slope in zip(["W1", "W2", "W3"], gradients):
        W = getattr(model, name)
        slope *= model.eta
        setattr(model, name, W - slope - model.eta * model.l2 * W)
