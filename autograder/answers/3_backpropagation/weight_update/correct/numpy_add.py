def update(model, gradients):
    for name, slope in zip(["W1", "W2", "W3"], gradients):
        W = model.__dict__[name]
        np.subtract(W, model.eta * np.add(slope, np.multiply(model.l2, W)), out=W)
