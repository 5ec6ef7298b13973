def update(model, gradients):
    for k, slopes in enumerate(gradients, start=1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (slopes + model.l2 * W))
