# diagnosis: momentum_90
def update(model, gradients):
    if not hasattr(model, "velocity"):
        model.velocity = [0.0, 0.0, 0.0]
    for k, dLdW in enumerate(gradients):
        W = getattr(model, f"W{k + 1}")
        model.velocity[k] = 0.9 * model.velocity[k] - model.eta * (dLdW + model.l2 * W)
        setattr(model, f"W{k + 1}", W + model.velocity[k])
