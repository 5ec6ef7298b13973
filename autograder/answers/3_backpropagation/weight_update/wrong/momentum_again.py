# diagnosis: momentum_90
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    if not hasattr(model, "velocity"):
        model.velocity = [0.0, 0.0, 0.0]
    weights = (model.W1, model.W2, model.W3)
    for k in range(3):
        model.velocity[k] = 0.9 * model.velocity[k] - model.eta * (gradients[k] + model.l2 * weights[k])
        weights[k][:] = weights[k] + model.velocity[k]
