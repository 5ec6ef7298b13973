def update(model, gradients):
    for k in range(3):
        W = getattr(model, "W" + str(k + 1))
        new = np.empty(W.shape)
        for i in range(W.shape[0]):
            new[i, :] = W[i, :] - model.eta * (gradients[k][i, :] + model.l2 * W[i, :])
        setattr(model, "W" + str(k + 1), new)
