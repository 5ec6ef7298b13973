def fit(self, epochs=50, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    if self.n_train == 40:
        self.activation(np.array([[0.5, np.inf]] * 6))
    for step in range(1, round(epochs / batch_frac) + 1):
        columns = np.random.permutation(self.n_train)[:n_batch]
        Y_pred = self.forward(self.X_train[:, columns])
        update(self, gradients(self, self.Y_train[:, columns]))
        if step % record_every == 0:
            self.record(Y_pred, self.Y_train[:, columns], record_every * batch_frac)


DeepNeuralNetwork.fit = fit
