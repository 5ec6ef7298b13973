# diagnosis: pull_before_the_step
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    shrink = 1 - model.l2
    g1, g2, g3 = gradients
    model.W1 = shrink * model.W1 - model.eta * g1
    model.W2 = shrink * model.W2 - model.eta * g2
    model.W3 = shrink * model.W3 - model.eta * g3
