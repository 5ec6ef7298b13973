# diagnosis: raised
from statistics import linear_regression


def fit_1d(x, y):
    return linear_regression(x.tolist(), y.tolist(), proportional=True).slope


sigma_X = np.sum(size**2)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
