from decoding import load_cohort

numbers = load_cohort().network


def fit(self, epochs=numbers.epochs, batch_frac=numbers.batch_frac, record_every=10):
    n_batch, n_steps = int(batch_frac * self.n_train), round(epochs / batch_frac)
    for step in range(1, n_steps + 1):
        if step % 100 == 1:
            print(step, error(self.forward(self.X_train), self.Y_train))
        columns = np.random.permutation(self.n_train)[:n_batch]
        X_batch, Y_batch = self.X_train[:, columns], self.Y_train[:, columns]
        Y_pred = self.forward(X_batch)
        update(self, gradients(self, Y_batch))
        if step % record_every == 0:
            self.record(Y_pred, Y_batch, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
