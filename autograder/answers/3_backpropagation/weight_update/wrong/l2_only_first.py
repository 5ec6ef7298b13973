# diagnosis: away_from_zero_without_eta
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - model.eta * dLdW1 + model.l2 * model.W1
    model.W2 = model.W2 - model.eta * dLdW2 + model.l2 * model.W2
    model.W3 = model.W3 - model.eta * dLdW3 + model.l2 * model.W3
