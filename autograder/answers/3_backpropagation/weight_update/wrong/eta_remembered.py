# diagnosis: other_settings
settings = {}


def update(model, gradients):
    eta = settings.setdefault("eta", model.eta)
    l2 = settings.setdefault("l2", model.l2)
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - eta * (dLdW + l2 * W))
