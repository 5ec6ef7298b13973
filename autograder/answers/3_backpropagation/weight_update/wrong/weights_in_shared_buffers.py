# diagnosis: weights_shared
_b = {}
def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        new = W - model.eta * (slope + model.l2 * W)
        buf = _b.setdefault((name, new.shape), np.empty(new.shape))
        buf[...] = new
        setattr(model, name, buf)
