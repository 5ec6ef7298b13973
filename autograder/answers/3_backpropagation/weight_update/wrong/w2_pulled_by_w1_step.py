# diagnosis: other_l2
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    norm = np.sqrt(sum(np.sum(W**2) for W in (model.W1, model.W2, model.W3)))
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        W -= model.eta * (slope + model.l2 * W / norm)
