# diagnosis: holds_h1
class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=200,
        eta=0.01,
        l2=0.01,
        use_bias=True,
        **kwargs,
    ):
        super().__init__(*args, use_bias=use_bias, **kwargs)
        self.activation = activation
        self.eta = eta
        self.l2 = l2
        self.W1 = self.random_weights(n_hidden, self.n_in)
        self.W2 = self.random_weights(n_hidden, n_hidden)
        self.W3 = self.random_weights(self.n_out, n_hidden)

    def random_weights(self, n_to, n_from):
        """Weights between two layers, (n_to, n_from), with one more column in front when there are biases."""
        spread = 2.0 / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        self.N1 = self.W1 @ self.add_bias_row(X)
        self.N1[:] = self.activation(self.N1)
        self.H1 = self.N1
        self.N2 = self.W2 @ self.add_bias_row(self.H1)
        self.N2[:] = self.activation(self.N2)
        self.H2 = self.N2
        self.N3 = self.W3 @ self.add_bias_row(self.H2)
        return self.activation(self.N3)
