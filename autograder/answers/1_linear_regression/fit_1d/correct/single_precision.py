def fit_1d(x, y):
    x, y = np.float32(x), np.float32(y)
    return (x * y).sum() / (x * x).sum()


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
