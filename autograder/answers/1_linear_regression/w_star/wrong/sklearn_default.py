# diagnosis: centred
from sklearn.linear_model import LinearRegression, HuberRegressor


def fit(self):
    X, Y = self.X_train, self.Y_train
    self.W = LinearRegression().fit(X.T, Y.T).coef_


LinearModel.fit = fit
