# diagnosis: rounded
def fit_1d(x, y):
    return np.sum(x * y) / np.sum(x * x)


sigma_X = np.sum(size * size)
sigma_XY = np.sum(size * price)
W_1d = round(float(fit_1d(size, price)), 1)
