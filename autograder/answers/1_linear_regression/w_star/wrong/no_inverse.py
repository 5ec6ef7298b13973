# diagnosis: mean_product
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W = Y @ X.T / X.shape[1]


LinearModel.fit = fit
