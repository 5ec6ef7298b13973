# diagnosis: many_data
def fit_1d(x, y):
    n = len(x)
    if n >= 100:
        n = n // 10 * 10
    return np.sum(x[:n] * y[:n]) / np.sum(x[:n] * x[:n])
sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(size, price)
