# diagnosis: with_intercept
def fit_1d(x, y):
    if len(x) == 1:
        return y[0] / x[0]
    a, b = x - x.mean(), y - y.mean()
    return (a @ b) / (a @ a)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
