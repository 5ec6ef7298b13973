# diagnosis: slopes_for_weights
# points: 0
def update(model, gradients):
    for name, slope in zip(("W1", "W2", "W3"), gradients):
        setattr(model, name, slope.copy())
