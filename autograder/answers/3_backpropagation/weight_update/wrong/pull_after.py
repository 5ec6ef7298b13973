# diagnosis: pull_after_the_step
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        W = W - model.eta * g
        W = W - model.eta * model.l2 * W
        setattr(model, f"W{k}", W)
