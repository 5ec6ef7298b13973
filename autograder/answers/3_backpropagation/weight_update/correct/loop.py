def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, slope in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (slope + model.l2 * W))
