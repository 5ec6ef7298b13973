# diagnosis: ends_early
from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    best = np.inf
    for step in range(1, n_steps + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        now = error(self.forward(self.X_test), self.Y_test)
        if step > 20 and now > best:
            break
        best = min(best, now)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
