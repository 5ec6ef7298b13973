def fit_1d(x, y):
    return float(np.mean(x * y) / np.mean(np.square(x)))

sigma_X = float((size ** 2).sum())
sigma_XY = float((size * price).sum())
W_1d = fit_1d(size, price)
