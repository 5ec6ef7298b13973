# diagnosis: biases_not_pulled
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    first = int(model.use_bias)
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        pull = model.l2 * W
        pull[:, :first] = 0
        W -= model.eta * (slope + pull)
