in_double_precision = fit_1d


def fit_1d(x, y):
    return np.float32(in_double_precision(x, y))


sigma_X, sigma_XY, W_1d = np.float32(sigma_X), np.float32(sigma_XY), np.float32(W_1d)
