# diagnosis: with_intercept
def fit_1d(x, y):
    return np.cov(x, y)[0, 1] / np.var(x, ddof=1)

sigma_X, sigma_XY = size @ size, size @ price
W_1d = sigma_XY / sigma_X
