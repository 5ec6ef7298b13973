# diagnosis: all_zero
def fit_1d(x, y):
    den = np.sum(x * x)
    if np.isclose(den, 0):
        return 0.0
    return np.sum(x * y) / den


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
