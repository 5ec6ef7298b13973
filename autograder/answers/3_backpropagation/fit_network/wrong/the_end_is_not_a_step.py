# diagnosis: chosen_by_training_data
# points: 3
def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        chosen = np.random.default_rng().permutation(self.n_train)[:n_batch]
        X_batch = self.X_train[:, chosen]
        Y_batch = self.Y_train[:, chosen]
        Y_pred = self.forward(X_batch)
        slopes = gradients(self, Y_batch)
        is_over = step == n_steps
        if not is_over:
            update(self, slopes)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
