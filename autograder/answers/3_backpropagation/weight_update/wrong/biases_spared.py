# diagnosis: biases_not_pulled
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for k, g in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        pull = model.l2 * W
        if model.use_bias:
            pull[:, 0] = 0
        setattr(model, f"W{k}", W - model.eta * (g + pull))
