# diagnosis: ones_last
# points: 1.5
from decoding import load_cohort

numbers = load_cohort().network


class DeepNeuralNetwork(Model):
    """A network with two hidden layers; every layer, the output too, goes through the activation function."""

    name = "Network by hand"

    def __init__(
        self,
        *args,
        activation,
        n_hidden=numbers.n_hidden,
        eta=numbers.eta,
        l2=numbers.l2,
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
        spread = numbers.init_scale / np.sqrt(n_from)
        return np.random.normal(0.0, spread, size=(n_to, n_from + int(self.use_bias)))

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        self.X = X
        def extend(A):
            return np.vstack([A, np.ones((1, A.shape[1]))]) if self.use_bias else A

        self.N1 = self.W1 @ extend(X)
        self.H1 = self.activation(self.N1)
        self.N2 = self.W2 @ extend(self.H1)
        self.H2 = self.activation(self.N2)
        self.N3 = self.W3 @ extend(self.H2)
        return self.activation(self.N3)
