def fit_1d(x, y):
    return np.linalg.solve([[x @ x]], [x @ y])[0]


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
