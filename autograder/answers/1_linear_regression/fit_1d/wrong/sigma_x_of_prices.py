# diagnosis: moment_of_prices
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum(price * price)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
