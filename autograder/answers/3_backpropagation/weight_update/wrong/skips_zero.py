# diagnosis: flat_left_out
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        if not np.any(g):
            continue
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (g + model.l2 * W))
