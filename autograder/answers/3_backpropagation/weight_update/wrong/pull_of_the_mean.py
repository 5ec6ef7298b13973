# diagnosis: pull_of_the_mean
def update(model, gradients):
    for k, dLdW in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - model.eta * (dLdW + model.l2 * np.mean(W)))
