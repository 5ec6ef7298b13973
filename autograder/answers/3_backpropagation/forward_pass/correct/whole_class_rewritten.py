class DeepNeuralNetwork(Model):
    """Written from scratch."""

    def __init__(self, X_train, Y_train, X_test, Y_test, activation, n_hidden=100, eta=0.01, l2=0.01, use_bias=True):
        Model.__init__(self, X_train, Y_train, X_test, Y_test, use_bias)
        self.name = "my network"
        self.activation, self.eta, self.l2 = activation, eta, l2
        sizes = [self.n_in, n_hidden, n_hidden, self.n_out]
        generator = np.random.default_rng(7)
        self.W1, self.W2, self.W3 = (
            generator.standard_normal((above, below + use_bias)) / below**0.5 for below, above in zip(sizes, sizes[1:])
        )

    def forward(self, rates):
        sigma, ones = self.activation, self.add_bias_row
        self.X = rates
        self.N1 = self.W1 @ ones(rates)
        self.H1 = sigma(self.N1)
        self.N2 = self.W2 @ ones(self.H1)
        self.H2 = sigma(self.N2)
        self.N3 = self.W3 @ ones(self.H2)
        return sigma(self.N3)
