# diagnosis: flat_left_out
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        moved = W - model.eta * (dLdW + model.l2 * W)
        setattr(model, f"W{k}", np.where(dLdW != 0, moved, W))
