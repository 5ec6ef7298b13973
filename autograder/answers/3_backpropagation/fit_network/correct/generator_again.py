def batches(X, Y, n_batch):
    while True:
        order = np.random.permutation(X.shape[1])
        for start in range(0, X.shape[1] - n_batch + 1, n_batch):
            cols = order[start : start + n_batch]
            yield X[:, cols], Y[:, cols]


def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    source = batches(self.X_train, self.Y_train, n_batch)
    for step in range(1, n_steps + 1):
        X_batch, Y_batch = next(source)
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
