def fit(self, epochs=10, batch_frac=0.01, record_every=10):
    n_batch = int(batch_frac * self.n_train)
    first = int(self.use_bias)
    for step in range(1, int(epochs / batch_frac) + 1):
        ids = np.random.choice(np.arange(self.n_train), n_batch, replace=False)
        X, Y = self.X_train[:, ids], self.Y_train[:, ids]
        Y_pred = self.forward(X)
        C3 = self.activation(self.N3, deriv=True) * (Y_pred - Y)
        C2 = self.activation(self.N2, deriv=True) * (self.W3[:, first:].T @ C3)
        C1 = self.activation(self.N1, deriv=True) * (self.W2[:, first:].T @ C2)
        pairs = [("W1", C1, X), ("W2", C2, self.H1), ("W3", C3, self.H2)]
        for name, C, below in pairs:
            W = getattr(self, name)
            slope = 2 / n_batch * C @ self.add_bias_row(below).T
            setattr(self, name, W - self.eta * (slope + self.l2 * W))
        if step % record_every == 0:
            self.record(Y_pred, Y, record_every * batch_frac)


DeepNeuralNetwork.fit = fit
