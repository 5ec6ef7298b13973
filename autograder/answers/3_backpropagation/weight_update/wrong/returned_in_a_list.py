# diagnosis: not_moved
# points: 0
def update(model, gradients):
    """Change W1, W2 and W3 of the model by one step against their gradients."""
    shrink = 1 - model.eta * model.l2
    return [shrink * W - model.eta * slope for W, slope in zip([model.W1, model.W2, model.W3], gradients)]
