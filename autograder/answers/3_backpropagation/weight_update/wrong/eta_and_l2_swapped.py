# diagnosis: eta_and_l2_swapped
def update(model, gradients):
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.l2 * (slope + model.eta * W))
