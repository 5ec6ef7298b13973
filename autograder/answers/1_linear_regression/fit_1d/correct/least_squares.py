def fit_1d(x, y):
    return np.linalg.lstsq(x[:, None], y, rcond=None)[0][0]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
