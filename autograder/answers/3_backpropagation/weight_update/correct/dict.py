def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    names = ["W1", "W2", "W3"]
    lr, lam = model.eta, model.l2
    new = {n: getattr(model, n) + (-lr) * np.add(g, lam * getattr(model, n)) for n, g in zip(names, gradients)}
    model.__dict__.update(new)
    return None
