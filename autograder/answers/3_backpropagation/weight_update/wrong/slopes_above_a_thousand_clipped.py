# diagnosis: steep
def update(model, gradients):
    for name, g in zip(["W1", "W2", "W3"], gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (np.clip(g, -1e3, 1e3) + model.l2 * W))
