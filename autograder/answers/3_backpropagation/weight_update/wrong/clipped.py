# diagnosis: clipped_1
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        g = np.clip(g, -1, 1)
        setattr(model, f"W{k}", W - model.eta * (g + model.l2 * W))
