def update(model, gradients):
    eta, l2 = np.float32(model.eta), np.float32(model.l2)
    new = []
    for W, g in zip([model.W1, model.W2, model.W3], gradients):
        W32 = W.astype(np.float32)
        new.append(W32 - eta * (g.astype(np.float32) + l2 * W32))
    model.W1, model.W2, model.W3 = new
