# diagnosis: other_weights
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(self, *args, activation, n_hidden=160, eta=0.01, l2=0.01, use_bias=True, **kwargs):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        self.X = X
        if getattr(self, "_id2", None) is not self.W2: self._w2, self._id2 = self.W2.copy(), self.W2
        self.N1 = self.W1 @ self.add_bias_row(X); self.H1 = self.activation(self.N1)
        self.N2 = self._w2 @ self.add_bias_row(self.H1); self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)
