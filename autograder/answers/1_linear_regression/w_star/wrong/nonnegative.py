# diagnosis: no_negatives_fitted
from scipy.optimize import nnls


def fit(self):
    """Set self.W to the weights with the smallest loss on the training data."""
    X, Y = self.X_train, self.Y_train
    self.W = np.array([nnls(X.T, y)[0] for y in Y])


LinearModel.fit = fit
