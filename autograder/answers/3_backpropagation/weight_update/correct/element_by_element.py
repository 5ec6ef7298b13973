def update(model, gradients):
    for W, slope in zip((model.W1, model.W2, model.W3), gradients):
        for place in np.ndindex(W.shape):
            W[place] = W[place] - model.eta * (slope[place] + model.l2 * W[place])
