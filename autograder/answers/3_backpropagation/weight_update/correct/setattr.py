def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        name = f"W{k}"
        W = getattr(model, name)
        setattr(model, name, W - model.eta * g - model.eta * model.l2 * W)
