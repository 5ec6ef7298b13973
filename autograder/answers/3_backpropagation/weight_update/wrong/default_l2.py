# diagnosis: other_l2
def update(model, gradients):
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (slope + 0.01 * W))
