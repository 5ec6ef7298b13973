# diagnosis: wrong_value
from sklearn.linear_model import Lasso


def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W = Lasso(alpha=0.001, fit_intercept=False).fit(X.T, Y.T).coef_


LinearModel.fit = fit
