def fit_1d(x, y):
    return float(y @ np.linalg.pinv(x[:, None]).ravel())


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
