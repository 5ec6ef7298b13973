class LinearModel(Model):
    """Written from scratch."""

    def __init__(self, X_train, Y_train, X_test, Y_test, use_bias=False):
        Model.__init__(self, X_train, Y_train, X_test, Y_test, use_bias)
        self.name = "my linear model"
        generator = np.random.default_rng(5)
        self.W = 0.5 + 0.1 * generator.standard_normal((self.n_out, self.n_in + use_bias))

    def forward(self, inputs):
        outputs = self.W @ inputs
        return outputs
