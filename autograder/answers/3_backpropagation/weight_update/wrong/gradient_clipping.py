# diagnosis: clipped_1
def update(model, gradients):
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (np.clip(slope, -1, 1) + model.l2 * W))
