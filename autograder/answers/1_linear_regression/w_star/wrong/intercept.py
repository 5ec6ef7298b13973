# diagnosis: centred
def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    from sklearn.linear_model import LinearRegression
    self.W = LinearRegression().fit(X.T, Y.T).coef_


LinearModel.fit = fit
