# diagnosis: inverted
def fit_1d(x, y):
    return np.sum(x * x) / np.sum(x * y)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
