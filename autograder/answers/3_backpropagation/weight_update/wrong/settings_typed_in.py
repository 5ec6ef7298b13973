# diagnosis: other_settings
# points: 1
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    eta, l2 = 0.1, 0.001
    dLdW1, dLdW2, dLdW3 = gradients
    model.W1 = model.W1 - eta * (dLdW1 + l2 * model.W1)
    model.W2 = model.W2 - eta * (dLdW2 + l2 * model.W2)
    model.W3 = model.W3 - eta * (dLdW3 + l2 * model.W3)
