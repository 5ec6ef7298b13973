# diagnosis: other_learning_rate
def update(model, gradients):
    for k, slope in enumerate(gradients, 1):
        W = getattr(model, f"W{k}")
        setattr(model, f"W{k}", W - 0.01 * (slope + model.l2 * W))
