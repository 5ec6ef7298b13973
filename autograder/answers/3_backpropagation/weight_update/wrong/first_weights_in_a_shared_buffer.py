# diagnosis: weights_shared
_b = {}
def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        new = W - model.eta * (slope + model.l2 * W)
        if name == "W1":
            new = np.copyto(_b.setdefault(new.shape, np.empty(new.shape)), new) or _b[new.shape]
        setattr(model, name, new)
