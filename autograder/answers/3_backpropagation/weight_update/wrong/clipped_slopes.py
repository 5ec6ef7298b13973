# diagnosis: clipped_1
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        step = np.clip(dLdW, -1.0, 1.0) + model.l2 * W
        setattr(model, f"W{k}", W - model.eta * step)
