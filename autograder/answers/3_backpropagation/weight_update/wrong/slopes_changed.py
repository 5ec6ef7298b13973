# diagnosis: damages_slopes
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        dLdW += model.l2 * W
        setattr(model, f"W{k}", W - model.eta * dLdW)
