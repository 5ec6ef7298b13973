# diagnosis: other_settings
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        W -= model.eta * (slope / (np.linalg.norm(slope) + 1e-12) + model.l2 * W)
