# diagnosis: pull_after_the_step
def update(model, gradients):
    for W, dLdW in zip((model.W1, model.W2, model.W3), gradients):
        W -= model.eta * dLdW
        W -= model.eta * model.l2 * W
