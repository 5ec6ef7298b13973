# diagnosis: too_many_columns
# points: 3.5
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        columns = np.random.choice(self.n_train - 1, n_batch, False)
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        slopes = gradients(self, Y_batch)
        update(self, slopes)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
