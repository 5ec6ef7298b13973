# diagnosis: other_l2
def update(model, gradients):
    l2 = model.l2 or 0.01
    eta = model.eta or 0.01
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - eta * (dLdW + l2 * W))
