def update(model, gradients):
    def stepped(W, slopes):
        return np.subtract(W, np.multiply(model.eta, np.add(slopes, np.multiply(model.l2, W))))

    model.W1, model.W2, model.W3 = map(stepped, (model.W1, model.W2, model.W3), gradients)
