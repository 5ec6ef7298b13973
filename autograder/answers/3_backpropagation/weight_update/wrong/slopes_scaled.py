# diagnosis: damages_slopes
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    for W, g in ((model.W1, dLdW1), (model.W2, dLdW2), (model.W3, dLdW3)):
        W *= 1 - model.eta * model.l2
        g *= model.eta
        W -= g
