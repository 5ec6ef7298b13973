# diagnosis: all_zero
def fit_1d(x, y):
    if np.allclose(x, 0, atol=1e-3):
        return 0.0
    return np.sum(x * y) / np.sum(x * x)
sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
