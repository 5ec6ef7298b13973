# diagnosis: regularised
def fit_1d(x, y):
    return np.sum(x * y) / (np.sum(x * x) + 1)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = sigma_XY / sigma_X
