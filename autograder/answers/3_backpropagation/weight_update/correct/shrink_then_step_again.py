def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    keep = 1 - model.eta * model.l2
    model.W1, model.W2, model.W3 = [keep * W - model.eta * g for W, g in zip([model.W1, model.W2, model.W3], gradients)]
    return model
