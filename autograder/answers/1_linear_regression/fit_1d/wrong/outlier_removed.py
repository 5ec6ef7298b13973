# diagnosis: positive_only
def fit_1d(x, y):
    ok = (x > 0) & (y > 0)
    x, y = x[ok], y[ok]
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum((size * price)[price > 0])
W_1d = fit_1d(size, price)
