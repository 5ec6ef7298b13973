def fit_1d(x, y):
    return np.linalg.lstsq(np.reshape(x, (-1, 1)), y, rcond=None)[0].item()


sigma_X = np.linalg.norm(size) ** 2
sigma_XY = np.inner(price, size)
W_1d = fit_1d(size, price)
