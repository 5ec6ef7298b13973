def fit_1d(x, y):
    return np.mean(x * y) / np.mean(x**2)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
