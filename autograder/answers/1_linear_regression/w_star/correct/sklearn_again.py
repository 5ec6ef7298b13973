from sklearn.linear_model import LinearRegression


def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    regression = LinearRegression(fit_intercept=False).fit(X.T, Y.T)
    self.W = regression.coef_.copy()


LinearModel.fit = fit
