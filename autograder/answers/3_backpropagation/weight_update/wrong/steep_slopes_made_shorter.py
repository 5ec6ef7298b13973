# diagnosis: other_learning_rate or other_settings
# points: 1
def update(model, gradients):
    """Move the three weight matrices of the model one step downhill."""
    steps = []
    for W, slope in zip([model.W1, model.W2, model.W3], gradients):
        length = np.sqrt(np.sum(slope**2))
        shorter = slope / length if length > 1 else slope
        steps.append(model.eta * (shorter + model.l2 * W))
    model.W1 = model.W1 - steps[0]
    model.W2 = model.W2 - steps[1]
    model.W3 = model.W3 - steps[2]
