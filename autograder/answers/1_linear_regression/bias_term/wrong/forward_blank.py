# diagnosis: not_attempted
# points: 1
class LinearModelWithBias(LinearModel):
    """A linear model that can have a bias: then W[:, 0] is it."""

    name = "Linear model with a bias"

    def forward(self, X):
        """Positions (2, N) in metres for the firing rates X (n_cells, N)."""
        # YOUR CODE HERE
        raise NotImplementedError("this blank is still empty")

    def fit(self):
        """Set self.W to the weights, bias included, with the smallest loss on the training data."""
        A = self.add_bias_row(self.X_train)
        self.W = np.linalg.lstsq(A.T, self.Y_train.T, rcond=None)[0].T
