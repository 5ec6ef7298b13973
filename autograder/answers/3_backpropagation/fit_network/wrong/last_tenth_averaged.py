# diagnosis: earlier_weights
# points: 4
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    n_last = n_steps // 10
    sums = [0, 0, 0]
    for step in range(1, n_steps + 1):
        which = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, which], self.Y_train[:, which]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step > n_steps - n_last:
            sums = [total + W for total, W in zip(sums, (self.W1, self.W2, self.W3))]
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)
    if n_last > 0:
        self.W1, self.W2, self.W3 = [total / n_last for total in sums]


DeepNeuralNetwork.fit = fit
