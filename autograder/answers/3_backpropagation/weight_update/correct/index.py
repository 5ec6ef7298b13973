def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    step = []
    for i in range(3):
        W = [model.W1, model.W2, model.W3][i]
        d = gradients[i] * model.eta
        if model.l2 != 0:
            d = d + model.eta * model.l2 * W
        step.append(W - d)
    model.W1, model.W2, model.W3 = step
