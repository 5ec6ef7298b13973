# diagnosis: ratio_of_means
def fit_1d(x, y):
    return np.mean(y) / np.mean(x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
