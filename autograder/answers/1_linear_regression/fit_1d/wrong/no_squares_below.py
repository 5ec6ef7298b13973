# diagnosis: square_missing
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x)


sigma_X = np.sum(size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
