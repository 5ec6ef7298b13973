# diagnosis: damages_slopes
last = []


def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (slope + model.l2 * W))
    for old in last:
        if all(old is not slope for slope in gradients):
            old[...] = 0
    last[:] = list(gradients)
