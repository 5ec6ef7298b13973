# diagnosis: batches_recur
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    order = np.random.permutation(self.n_train)
    for step in range(1, n_steps + 1):
        k = ((step - 1) * n_batch) % (self.n_train - n_batch + 1)
        columns = order[k:k + n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
