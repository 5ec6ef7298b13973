def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    def pull(W):
        return model.l2 * W if model.l2 else np.zeros_like(W)

    steps = [model.eta * np.add(g, pull(W)) for g, W in zip(gradients, [model.W1, model.W2, model.W3], strict=True)]
    np.subtract(model.W1, steps[0], out=model.W1)
    np.subtract(model.W2, steps[1], out=model.W2)
    np.subtract(model.W3, steps[2], out=model.W3)
