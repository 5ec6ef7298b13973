# diagnosis: other_settings
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        W -= 0.01 * (slope + 0.01 * W)
