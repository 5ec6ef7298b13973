# diagnosis: other_settings
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - 0.01 * (dLdW1 + 0.01 * model.W1)
    model.W2 = model.W2 - 0.01 * (dLdW2 + 0.01 * model.W2)
    model.W3 = model.W3 - 0.01 * (dLdW3 + 0.01 * model.W3)
