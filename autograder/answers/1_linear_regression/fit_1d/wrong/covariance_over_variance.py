# diagnosis: with_intercept
def fit_1d(x, y):
    covariance = np.cov(x, y)
    return covariance[0, 1] / covariance[0, 0]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
