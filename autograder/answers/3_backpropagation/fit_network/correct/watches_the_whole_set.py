from decoding import load_cohort


def fit(self, epochs=load_cohort().network.epochs, batch_frac=load_cohort().network.batch_frac, record_every=10):
    size = int(self.n_train * batch_frac)
    for done in range(round(epochs / batch_frac)):
        if not done % 100:
            print(f"{done:5d}", error(self.forward(self.X_train), self.Y_train))
        drawn = np.random.choice(self.n_train, size, replace=False)
        truth = self.Y_train[:, drawn]
        guess = self.forward(self.X_train[:, drawn])
        update(self, gradients(self, truth))
        if (done + 1) % record_every == 0:
            self.record(guess, truth, batch_frac * record_every)


DeepNeuralNetwork.fit = fit
