# diagnosis: pull_missing
# points: 1
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        W = getattr(model, name)
        setattr(model, name, W - model.eta * slope)
