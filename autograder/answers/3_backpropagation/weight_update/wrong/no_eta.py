# diagnosis: eta_missing
def update(model, gradients):
    for name, slope in zip(["W1", "W2", "W3"], gradients):
        W = getattr(model, name)
        setattr(model, name, W - (slope + model.l2 * W))
