# diagnosis: biases_not_pulled
def update(model, gradients):
    first = int(model.use_bias)
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        pull = model.l2 * W
        pull[:, :first] = 0
        setattr(model, f"W{k}", W - model.eta * (dLdW + pull))
