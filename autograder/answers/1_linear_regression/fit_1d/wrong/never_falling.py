# diagnosis: no_negatives
def fit_1d(x, y):
    return max(np.sum(x * y) / np.sum(x * x), 0.0)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
