from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        ids = np.random.choice(self.n_train, n_batch, False)
        Y_batch = self.Y_train.take(ids, axis=1)
        Y_pred = self.forward(self.X_train.take(ids, axis=1))
        update(self, gradients(self, Y_batch))
        if self.X_test.shape[1] < 50 or step % 5 == 0:
            self.record(Y_pred, Y_batch, batch_frac * (1 if self.X_test.shape[1] < 50 else 5))


DeepNeuralNetwork.fit = fit
