# diagnosis: slopes_added
# points: 0
def update(model, gradients):
    model.W1 = model.W1 + gradients[0]
    model.W2 = model.W2 + gradients[1]
    model.W3 = model.W3 + gradients[2]
