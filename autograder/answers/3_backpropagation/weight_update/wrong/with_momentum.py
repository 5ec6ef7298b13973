# diagnosis: momentum_50
def update(model, gradients):
    if not hasattr(model, "velocity"):
        model.velocity = [0.0, 0.0, 0.0]
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        model.velocity[k - 1] = 0.5 * model.velocity[k - 1] - model.eta * (slope + model.l2 * W)
        setattr(model, f"W{k}", W + model.velocity[k - 1])
