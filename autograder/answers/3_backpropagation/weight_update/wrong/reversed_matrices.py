# diagnosis: slopes_of_w3
def update(model, gradients):
    for k, slope in zip((3, 2, 1), gradients):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (slope + model.l2 * W))
