# diagnosis: pull_only
def update(model, gradients):
    for name, g in zip(["W1", "W2", "W3"], gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * (np.where(np.abs(g) < 1e-6, 0, g) + model.l2 * W))
