def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    W = {"W1": gradients[0], "W2": gradients[1], "W3": gradients[2]}
    for name in W:
        old = getattr(model, name)
        increment = (model.eta * (W[name] + model.l2 * old)).astype("float32")
        setattr(model, name, old - increment)
