# diagnosis: correlation
def fit_1d(x, y):
    return np.corrcoef(x, y)[0, 1]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
