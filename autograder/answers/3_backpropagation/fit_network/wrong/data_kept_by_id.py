# diagnosis: data_kept or raised
_d = {}
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    Xs, Ys = _d.setdefault(id(self), (self.X_train.copy(), self.Y_train.copy()))
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = Xs[:, columns], Ys[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
