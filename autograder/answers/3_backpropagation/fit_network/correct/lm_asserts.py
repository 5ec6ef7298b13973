def draw_batch(model, n_batch):
    """Return a random batch of the training set (columns are drawn without replacement)."""
    indices = np.random.choice(np.arange(model.n_train), size=n_batch, replace=False)
    return model.X_train[:, indices], model.Y_train[:, indices]


def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    """Train on random batches, each a fraction batch_frac of the training set, until epochs times the set was seen."""
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        # 1. draw a batch
        X_batch, Y_batch = draw_batch(self, n_batch)
        assert X_batch.shape == (self.n_in, n_batch)
        assert Y_batch.shape == (2, n_batch)

        # 2. forward pass
        Y_pred = self.forward(X_batch)
        assert Y_pred.shape == Y_batch.shape

        # 3. backward pass
        grads = gradients(self, Y_batch)

        # 4. gradient step
        update(self, grads)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
