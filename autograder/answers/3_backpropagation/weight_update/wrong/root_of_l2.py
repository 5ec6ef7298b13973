# diagnosis: other_l2
# points: 1
def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (slope + model.l2**0.5 * W))
