def fit(self, epochs=10, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    step = 0
    for epoch in range(epochs):
        order = np.random.permutation(self.n_train)
        for start in range(0, round(1 / batch_frac) * n_batch, n_batch):
            batch = order[start : start + n_batch]
            Y_batch = self.Y_train[:, batch]
            Y_pred = self.forward(self.X_train[:, batch])
            update(self, gradients(self, Y_batch))
            step += 1
            if step % record_every == 0:
                self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
