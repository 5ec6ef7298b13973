def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    n_steps = round(epochs / batch_frac)
    rng = np.random.default_rng()
    for step in range(1, n_steps + 1):
        chosen = rng.choice(self.n_train, n_batch, replace=False, shuffle=False)
        X_batch, Y_batch = np.take(self.X_train, chosen, axis=1), np.take(self.Y_train, chosen, axis=1)
        Y_pred = self.forward(X_batch)
        slopes = gradients(self, Y_batch)
        update(self, slopes)
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
