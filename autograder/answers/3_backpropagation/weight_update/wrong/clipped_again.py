# diagnosis: clipped_1
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        W -= model.eta * (np.clip(slope, -1, 1) + model.l2 * W)
