# diagnosis: not_moved
# points: 0
def update(model, gradients):
    """Change W1, W2 and W3 of the model by one step against their gradients."""
    stepped = []
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        stepped.append(W - model.eta * (slope + model.l2 * W))
    return tuple(stepped)
