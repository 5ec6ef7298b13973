# diagnosis: not_finite
def fit_1d(x, y):
    ok = (y > 0) & (x > 0)
    return np.sum(x[ok] * y[ok]) / np.sum(x[ok] ** 2)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
