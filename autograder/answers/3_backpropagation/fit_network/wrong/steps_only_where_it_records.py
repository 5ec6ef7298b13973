# diagnosis: not_moved
# points: 2
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        which = np.random.permutation(self.n_train)[:n_batch]
        X_batch = self.X_train[:, which]
        Y_batch = self.Y_train[:, which]
        Y_pred = self.forward(X_batch)
        if step % record_every == 0:
            update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
