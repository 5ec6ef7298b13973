# diagnosis: damages_settings
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (dLdW + model.l2 * W))
    model.eta *= 0.999
