# diagnosis: damages_slopes
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        slope += model.l2 * W
        W -= model.eta * slope
