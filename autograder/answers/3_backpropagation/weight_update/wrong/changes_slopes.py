# diagnosis: damages_slopes
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        g += model.l2 * W
        setattr(model, f"W{k}", W - model.eta * g)
