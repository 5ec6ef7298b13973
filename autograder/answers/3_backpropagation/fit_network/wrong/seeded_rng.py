# diagnosis: seed_inside
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    rng = np.random.default_rng(42)
    for step in range(1, n_steps + 1):
        idx = rng.choice(self.n_train, n_batch, replace=False)
        X_batch = np.take(self.X_train, idx, axis=1)
        Y_batch = np.take(self.Y_train, idx, axis=1)
        Y_pred = self.forward(X_batch)
        dLdW1, dLdW2, dLdW3 = gradients(self, Y_batch)
        update(self, (dLdW1, dLdW2, dLdW3))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
