# diagnosis: arguments_exchanged
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum(size**2)
sigma_XY = np.sum(size * price)
W_1d = fit_1d(price, size)
