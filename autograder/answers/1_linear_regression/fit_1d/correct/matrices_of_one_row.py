def fit_1d(x, y):
    X, Y = x.reshape(1, -1), y.reshape(1, -1)
    return ((Y @ X.T) @ np.linalg.inv(X @ X.T)).item()


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
